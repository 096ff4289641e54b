from caseflow.records.confirmed import read_confirmed
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.states import FactState
from tests.factories.clients import case_at
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.lawful import answered, excepted, ground, next_request
from tests.unit.records.desk_work import create, intake, keep_back, line, shared, tell


def test_nothing_confirmed_reads_nothing(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert read_confirmed(house.work(), berta, berta.staff, set()) == ([], [])


def test_an_answer_that_is_shown_becomes_one_told_here_today(house: House) -> None:
    known, berta, frieda = shared(house, "contact")
    tell(house, berta, known, "safe_phone", "0170 1", "1.2.2026")
    read = read_confirmed(house.work(frieda), frieda, known.id, {"safe_phone"})
    assert not isinstance(read, Refused)
    (fact,), problems = read
    assert problems == []
    assert (fact.category, fact.version, fact.fields["told_on"]) == ("contact", 0, "2026-03-02")
    assert stored_answer("safe_phone", fact.fields["value"]).value == "0170 1"


def test_what_she_withheld_here_cannot_be_confirmed(house: House) -> None:
    known, berta, frieda = shared(house, "contact")
    tell(house, berta, known, "safe_phone", "0170 1")
    keep_back(house, frieda, known, "safe_phone", FactState.WITHHELD)
    read = read_confirmed(house.work(frieda), frieda, known.id, {"safe_phone", "gender"})
    assert read == (
        [],
        [Problem("gender", "nothing_to_confirm"), Problem("safe_phone", "nothing_to_confirm")],
    )


def test_an_own_answer_names_the_version_that_was_on_the_form(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    tell(house, berta, known, "safe_phone", "0170 1")
    tell(house, berta, known, "safe_phone", "0170 2")
    read = read_confirmed(house.work(berta), berta, known.id, {"safe_phone"})
    assert not isinstance(read, Refused)
    assert [fact.version for fact in read[0]] == [2]


def test_what_only_an_emergency_opens_cannot_be_confirmed(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    tell(house, berta, known, "medication", "Eisen")
    case_at(house, frieda, known)
    declared(house, frieda, known, "health")
    shown = line(intake(house, frieda, known), "medication")
    assert (shown.value, shown.still_true_asked) == ("Eisen", False)
    read = read_confirmed(house.work(frieda), frieda, known.id, {"medication"})
    assert read == ([], [Problem("medication", "open_in_emergency")])


def test_what_only_a_lawful_exception_opens_cannot_be_confirmed(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    tell(house, berta, known, "medication", "Eisen")
    case_at(house, frieda, known)
    exception = excepted(house, frieda, known, ground([berta.unit], "health"))
    answered(house, house.actor("lea", "beratung"), exception)
    next_request(house, berta)
    shown = line(intake(house, frieda, known), "medication")
    assert (shown.value, shown.still_true_asked) == ("Eisen", False)
    read = read_confirmed(house.work(frieda), frieda, known.id, {"medication"})
    assert read == ([], [Problem("medication", "open_by_exception")])


def test_what_she_withheld_here_a_lawful_exception_does_not_show(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    tell(house, berta, known, "medication", "Eisen")
    case_at(house, frieda, known)
    keep_back(house, frieda, known, "medication", FactState.WITHHELD)
    exception = excepted(house, frieda, known, ground([berta.unit], "health"))
    answered(house, house.actor("lea", "beratung"), exception)
    next_request(house, berta)
    shown = line(intake(house, frieda, known), "medication")
    assert (shown.state, shown.value) == (FactState.WITHHELD, None)
