import pytest
from sqlalchemy import select

from caseflow.crypto.key_pairs import new_pair
from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Alarm
from caseflow.keys.hand_to_recovery import hand_to_recovery
from caseflow.keys.keyring import ring
from caseflow.keys.recipients import find_recipient
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.factories.recovering import renewed
from tests.unit.keys.tampering import forge


def test_nothing_is_sealed_to_a_pair_that_was_renewed_meanwhile(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit = ring(work).unit
    assert unit is not None
    assert find_recipient(work, KeyReader.RECOVERY, work.installation)
    work.finish()
    renewed(house)
    with pytest.raises(Stale):
        hand_to_recovery(work, unit, new_id())
    work.abandon()
    ring(work).recipients.clear()
    [event] = hand_to_recovery(work, unit, new_id())
    assert (event.what, event.reader) == ("unit", KeyReader.RECOVERY)


def test_nothing_is_sealed_to_a_forged_pair(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit = ring(work).unit
    assert unit is not None
    row = work.session.scalars(select(Installation)).one()
    forge(work, row, recovery_public=new_pair().public.raw())
    assert hand_to_recovery(work, unit, new_id()) == []
    assert work.alarms == [Alarm.of_seal("installation", row.id)]
