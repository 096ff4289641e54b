from caseflow.database.tables.records import Fact
from caseflow.records.told import Told
from caseflow.records.write_fact import write_fact
from caseflow.vault.search import search
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Disclosed, Reason, Refused
from caseflow.vocabulary.states import FactState
from tests.factories.house import House
from tests.unit.records.desk_work import (
    create,
    damage,
    do,
    done,
    keep_back,
    problems,
    story,
    tell,
    traces,
)


def test_a_further_telling_is_a_further_version_of_one_fact(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    assert tell(house, berta, known, "safe_phone", "0170 1") == 1
    assert tell(house, berta, known, "safe_phone", "0170 2") == 2
    assert keep_back(house, berta, known, "safe_phone", FactState.UNKNOWN) == 3
    (fact,) = story(house, berta, known).facts
    assert (fact.state, fact.answer, fact.origin.version) == (FactState.UNKNOWN, None, 3)


def test_intake_staff_write_facts(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida)
    tell(house, ida, known, "client_name", "Amal", "1.2.2026")
    (fact,) = story(house, ida, known).facts
    assert fact.told_on.isoformat() == "2026-02-01"


def test_a_new_name_is_found_at_once(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"client_name": "Amal"})
    tell(house, berta, known, "client_name", "Noura")
    found = search(house.work(berta), berta, "noura")
    assert isinstance(found, Disclosed)
    assert [each.client for each in found.value.items] == [known.id]


def test_whoever_saw_another_version_is_told_the_one_that_stands(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    tell(house, berta, known, "safe_phone", "0170 1")
    for seen in (0, 2):
        told = Told("answered", "0170 2", version=seen)
        assert do(house, berta, write_fact, known.id, "safe_phone", told) == Conflict(1)
    told = Told("answered", "0170 2", version=1)
    assert done(do(house, berta, write_fact, known.id, "safe_phone", told)).version == 2
    none_yet = Told("answered", "x", version=1)
    assert do(house, berta, write_fact, known.id, "allergies", none_yet) == Conflict(0)


def test_what_cannot_be_read_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    answer = do(house, berta, write_fact, known.id, "birth_date", Told("answered", "31.6.2022"))
    assert problems(answer) == {("birth_date", "no_such_day")}


def test_another_unit_writes_nothing_before_she_comes(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    answer = do(house, frieda, write_fact, known.id, "nonsense", Told("answered", "x"))
    assert answer == Refused(Reason.NOT_OPEN)
    assert traces(house, Act.FACT_WRITE)[-1]["decision"] == "refused"


def test_a_damaged_answer_is_mended_by_telling_it_again(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"client_name": "Amal", "birth_date": "1990"})
    damage(house, Fact, "value")
    tell(house, berta, known, "client_name", "Amal")
    told = story(house, berta, known)
    assert [fact.question for fact in told.facts] == ["client_name"]
    assert traces(house, Act.ALARM_KEY)[0]["details"]["table"] == "drawers"
    tell(house, berta, known, "birth_date", "1990")
    assert story(house, berta, known).damaged == ()
