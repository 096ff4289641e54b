from caseflow.oversight.trace_look import trace_look
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.vault.reading import newest


def _never() -> str:
    raise AssertionError("nobody may look")


def test_what_is_found_is_traced_with_what_was_asked(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    answer = trace_look(house.work(olga), olga, {"key": "verifier"}, lambda: "found")
    assert answer == Disclosed("found")
    told = newest(house, Act.LOG_READ)
    assert (told["decision"], told["details"]) == ("permitted", {"key": "verifier"})


def test_what_is_not_there_is_a_refusal_in_the_log(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    assert trace_look(house.work(olga), olga, {}, Refused) == Refused(Reason.NOT_OPEN)
    assert newest(house, Act.LOG_READ)["decision"] == "refused"


def test_nobody_but_an_officer_looks(house: House) -> None:
    for who in (("berta", "beratung"), ("lea", "frauenhaus")):
        actor = house.actor(*who)
        answer = trace_look(house.work(actor), actor, {}, _never)
        assert answer == Refused(Reason.NOT_YOUR_ROLE)
        assert newest(house, Act.LOG_READ)["decision"] == "refused"
