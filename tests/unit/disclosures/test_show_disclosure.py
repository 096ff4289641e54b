from sqlalchemy import update

from caseflow.database.tables.records import DisclosureContent, DisclosureNote
from caseflow.disclosures import note_disclosure, show_disclosure
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.declarations import took_back
from tests.factories.telling import Ready
from tests.factories.told_log import told as log


def test_the_unit_reads_what_it_told_after_a_withdrawal_too(ready: Ready) -> None:
    made, _other = ready.told(), ready.told()
    took_back(ready.house, ready.berta, ready.known, ready.consent)
    work = ready.house.work(ready.berta)
    answer = show_disclosure(work, ready.berta, ready.known.id, made.id)
    assert isinstance(answer, Disclosed)
    assert (answer.value.disclosure.id, answer.value.hand_out) == (made.id, made.hand_out)
    assert answer.value.notes == ()


def test_what_is_damaged_is_named_and_an_alarm(ready: Ready) -> None:
    made = ready.told()
    work = ready.house.work(ready.berta)
    note_disclosure(work, ready.berta, made.id, "answer", "Ja.")
    work.finish()
    with ready.house.sessions() as session:
        session.execute(update(DisclosureContent).values(told=bytes(80)))
        session.execute(update(DisclosureNote).values(text=bytes(80)))
        session.commit()
    answer = show_disclosure(work, ready.berta, ready.known.id, made.id)
    assert isinstance(answer, Disclosed)
    assert (answer.value.hand_out, answer.value.notes) == (None, ())
    assert [each["act"] for each in log(ready.house)][-2:] == ["alarm.key", "alarm.key"]


def test_for_others_it_is_not_there(ready: Ready) -> None:
    made, frieda = ready.told(), ready.house.actor("frieda", "frauenhaus")
    case_at(ready.house, frieda, ready.known)
    closed = Refused(Reason.NOT_OPEN)
    assert show_disclosure(ready.house.work(frieda), frieda, ready.known.id, made.id) == closed
    work = ready.house.work(ready.berta)
    assert show_disclosure(work, ready.berta, ready.known.id, new_id()) == closed
