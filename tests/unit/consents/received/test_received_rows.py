from dataclasses import replace

from sqlalchemy import update

from caseflow.consents.received import list_received, show_received
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.database.unit_of_work import Alarm
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.consents.received.received import waiting


def test_a_changed_row_is_shown_to_nobody_and_is_an_alarm(house: House) -> None:
    there = waiting(house)
    with house.sessions.begin() as session:
        session.execute(update(ReceivedConsent).values(last_day=None))
    work = house.work(there.berta)
    assert show_received(work, there.berta, there.id) == Refused()
    work = house.work(there.berta)
    answer = list_received(work, there.berta, there.known.id)
    assert isinstance(answer, Disclosed)
    assert answer.value == ()
    assert Alarm.of_seal("received_consents", there.id) not in work.alarms  # told already


def test_its_state_is_what_she_said(house: House) -> None:
    there = waiting(house)
    answer = show_received(house.work(there.berta), there.berta, there.id)
    assert isinstance(answer, Disclosed)
    found = replace(answer.value, answered_at=answer.value.received_at)
    assert (found.state, replace(found, consent=new_id()).state) == ("turned_down", "confirmed")
