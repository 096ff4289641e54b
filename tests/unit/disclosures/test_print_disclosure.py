from caseflow.consents.take_back import Choice as Part
from caseflow.disclosures import Made, print_disclosure
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.declarations import took_back
from tests.factories.partners import cooperation_ended, told
from tests.factories.telling import Ready
from tests.factories.told_log import told as log


def printed(ready: Ready, made: Made) -> Disclosed[Made] | Refused:
    return print_disclosure(ready.house.work(ready.berta), ready.berta, made.id)


def test_it_is_as_it_was_told_and_each_time_an_act(ready: Ready) -> None:
    made = told(
        ready.house, ready.berta, ready.known, ready.consent, ready.entry, facts=("client_name",)
    )
    assert printed(ready, made) == printed(ready, made) == Disclosed(made)
    entries = [each for each in log(ready.house) if each["act"] == "disclosure.print"]
    assert len(entries) == 2
    assert {basis["kind"] for basis in entries[0]["bases"]} == {
        "membership",
        "own_unit",
        "consent",
    }
    assert {each["category"] for each in entries[0]["drawers"]} == {"evidence"}


def test_not_once_the_consent_does_not_cover_all_of_it_any_more(ready: Ready) -> None:
    made = ready.told()
    other = Part(categories=frozenset({"identity"}))
    took_back(ready.house, ready.berta, ready.known, ready.consent, other)
    assert isinstance(printed(ready, made), Disclosed)
    took_back(ready.house, ready.berta, ready.known, ready.consent)
    assert printed(ready, made) == Refused(Reason.TOO_LATE)


def test_not_to_a_partner_that_has_ended(ready: Ready) -> None:
    made = ready.told()
    cooperation_ended(ready.house, ready.police)
    assert printed(ready, made) == Refused(Reason.TOO_LATE)


def test_for_others_and_of_others_it_is_not_there(ready: Ready) -> None:
    made, frieda = ready.told(), ready.house.actor("frieda", "frauenhaus")
    case_at(ready.house, frieda, ready.known)
    closed = Refused(Reason.NOT_OPEN)
    assert print_disclosure(ready.house.work(frieda), frieda, made.id) == closed
    work = ready.house.work(ready.berta)
    assert print_disclosure(work, ready.berta, new_id()) == closed
    work.finish()
    assert print_disclosure(work, ready.berta, made.id, new_id()) == closed
