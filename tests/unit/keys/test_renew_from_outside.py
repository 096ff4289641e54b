from uuid import uuid4

import pytest
from sqlalchemy import select

from caseflow.database.tables.accounts import StaffPair
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.units import UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Alarm
from caseflow.keys import renew_from_outside as module
from caseflow.keys.keyring import ring
from caseflow.keys.recipients import find_recipient, newest_unit_pair
from caseflow.keys.renew_from_outside import renew_from_outside
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.unit.keys.tampering import forge
from tests.unit.keys.test_unit_keys import depart, unit_key


def test_who_stays_opens_the_new_key_and_who_left_does_not(house: House) -> None:
    unit, left = house.units["beratung"], house.memberships["berta", "beratung"]
    work = house.work()
    before = find_recipient(work, KeyReader.UNIT, unit)
    depart(work, house, "berta", "beratung")
    events = renew_from_outside(work, unit, uuid4())
    after = find_recipient(work, KeyReader.UNIT, unit)
    work.finish()
    assert before is not None
    assert after is not None
    assert before.public.key_id != after.public.key_id
    handed = [(each.what, each.version, each.reader) for each in events]
    assert {each.id for each in events} == {unit}
    assert handed == [
        ("unit", 2, None),
        ("unit", 2, KeyReader.STAFF),
        ("unit", 2, KeyReader.RECOVERY),
    ]
    lea = house.work_as("lea", "beratung")
    assert unit_key(lea)
    unit_opened = ring(lea).unit
    assert unit_opened is not None
    assert unit_opened.key_id == after.public.key_id
    rows = lea.session.scalars(select(UnitEnvelope).where(UnitEnvelope.membership_id == left.id))
    assert list(rows) == []


def test_where_somebody_else_renews_at_once_it_is_too_late(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, unit = house.work(), house.units["beratung"]
    seen = newest_unit_pair(work, unit)
    renew_from_outside(work, unit, uuid4())
    monkeypatch.setattr(module, "newest_unit_pair", lambda *_: seen)
    with pytest.raises(Stale):
        renew_from_outside(work, unit, uuid4())


def test_where_the_newest_pair_was_forged_nothing_is_made(house: House) -> None:
    work, unit = house.work(), house.units["beratung"]
    pair = work.session.scalars(select(UnitPair).where(UnitPair.unit_id == unit)).one()
    forge(work, pair, version=7)
    assert renew_from_outside(work, unit, uuid4()) == []
    assert work.alarms == [Alarm.of_seal("unit_pairs", pair.id)]


def test_whoever_has_no_sound_pair_gets_no_envelope(house: House) -> None:
    work, unit = house.work(), house.units["beratung"]
    mine = StaffPair.staff_id == house.staff["berta"]
    forge(work, work.session.scalars(select(StaffPair).where(mine)).one(), version=7)
    forge(work, work.session.get_one(Installation, work.installation), provider="Fremd")
    events = renew_from_outside(work, unit, uuid4())
    assert [each.reader for each in events] == [None, KeyReader.STAFF]
