from datetime import timedelta

from caseflow.records.save_intake import save_intake
from caseflow.records.told import Told
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.states import FactState
from tests.factories.house import House, StoppedClock
from tests.unit.records.desk_work import (
    create,
    do,
    done,
    intake,
    line,
    problems,
    shared,
    tell,
    traces,
)


def test_a_form_is_saved_in_one_act(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida)
    answers = {
        "client_name": Told("answered", "Amal"),
        "gender": Told("withheld"),
        "safe_phone": Told("answered", "0170 1"),
    }
    assert done(do(house, ida, save_intake, known.id, answers)) == 3
    form = intake(house, ida, known)
    assert form.already_told == 2
    assert line(form, "gender").state is FactState.WITHHELD
    (told,) = traces(house, Act.FACT_WRITE)
    assert [row["table"] for row in told["rows"]] == ["facts"] * 3 + ["drawers"] * 2
    assert {drawer["category"] for drawer in told["drawers"]} == {"identity", "contact"}


def test_one_bad_answer_and_nothing_is_saved(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida)
    answers = {
        "client_name": Told("answered", "Amal"),
        "birth_date": Told("answered", "31.06.2022"),
        "gender": Told("answered", "?"),
    }
    answer = do(house, ida, save_intake, known.id, answers, {"safe_phone", "no_question"})
    assert problems(answer) == {
        ("birth_date", "no_such_day"),
        ("gender", "no_such_option"),
        ("safe_phone", "nothing_to_confirm"),
        ("no_question", "nothing_to_confirm"),
    }
    assert intake(house, ida, known).already_told == 0


def test_what_is_still_true_is_told_here_today(house: House, clock: StoppedClock) -> None:
    known, berta, frieda = shared(house, "contact")
    tell(house, berta, known, "safe_phone", "0170 1")
    clock.advance(timedelta(days=30))
    assert done(do(house, frieda, save_intake, known.id, {}, {"safe_phone"})) == 1
    phone = line(intake(house, frieda, known), "safe_phone")
    assert (phone.value, phone.own_version, phone.still_true_asked) == ("0170 1", 1, False)
    assert phone.source is not None
    assert (phone.source.unit, phone.source.told_on.isoformat()) == (frieda.unit, "2026-04-01")
    clock.advance(timedelta(days=30))
    done(do(house, frieda, save_intake, known.id, {}, {"safe_phone"}))
    assert line(intake(house, frieda, known), "safe_phone").own_version == 2


def test_what_was_typed_goes_before_what_was_confirmed(house: House) -> None:
    known, berta, frieda = shared(house, "contact")
    tell(house, berta, known, "safe_phone", "0170 1")
    typed = {"safe_phone": Told("answered", "0170 2")}
    done(do(house, frieda, save_intake, known.id, typed, {"safe_phone"}))
    assert line(intake(house, frieda, known), "safe_phone").value == "0170 2"


def test_an_answer_that_someone_changed_meanwhile_is_named_and_nothing_is_saved(
    house: House,
) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida, {"safe_phone": "0170 1"})
    answers = {
        "client_name": Told("answered", "Amal", version=0),
        "safe_phone": Told("answered", "0170 2", version=0),
    }
    answer = do(house, ida, save_intake, known.id, answers)
    assert problems(answer) == {("safe_phone", "changed_meanwhile")}
    assert line(intake(house, ida, known), "client_name").state is FactState.NOT_ASKED


def test_who_is_not_open_has_no_form(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    for confirmed in (set(), {"safe_phone"}):
        answer = do(house, frieda, save_intake, known.id, {"nonsense": Told("?")}, confirmed)
        assert answer == Refused(Reason.NOT_OPEN)
