from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from caseflow.crypto.key_pairs import PublicKey, new_pair, six_words
from caseflow.database.tables.accounts import StaffPair
from caseflow.database.tables.installation import Installation, TrusteePair
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.keys.recipients import find_recipient, words_of
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.unit.keys.tampering import forge


def asked_id(house: House, reader: KeyReader) -> UUID:
    return {
        KeyReader.UNIT: house.units["beratung"],
        KeyReader.STAFF: house.staff["berta"],
    }.get(reader, house.around.installation)


def newest_row(
    work: Work, house: House, reader: KeyReader
) -> UnitPair | StaffPair | TrusteePair | Installation:
    if reader is KeyReader.UNIT:
        units = select(UnitPair).where(UnitPair.unit_id == house.units["beratung"])
        return work.session.scalars(units).one()
    if reader is KeyReader.STAFF:
        staff = select(StaffPair).where(StaffPair.staff_id == house.staff["berta"])
        return work.session.scalars(staff).one()
    if reader is KeyReader.TRUSTEE:
        return work.session.scalars(select(TrusteePair)).one()
    return work.session.get_one(Installation, work.installation)


def test_of_two_pairs_the_newer_counts(house: House) -> None:
    work, public, berta = house.work(), new_pair().public, house.staff["berta"]
    now, raw, id_ = work.clock.now(), public.raw(), public.key_id
    work.session.add(StaffPair(staff_id=berta, version=2, public=raw, key_id=id_, born_at=now))
    work.session.add(TrusteePair(version=2, public=raw, key_id=id_, born_at=now))
    work.session.flush()
    for reader, asked in ((KeyReader.STAFF, berta), (KeyReader.TRUSTEE, work.installation)):
        found = find_recipient(work, reader, asked)
        assert found is not None
        assert found.public.raw() == public.raw()


@pytest.mark.parametrize("reader", list(KeyReader))
def test_every_reader_has_a_public_key(house: House, reader: KeyReader) -> None:
    work = house.work()
    found = find_recipient(work, reader, asked_id(house, reader))
    assert found is not None
    assert found is find_recipient(work, reader, asked_id(house, reader))
    row = newest_row(work, house, reader)
    public = row.recovery_public if isinstance(row, Installation) else row.public
    assert found.public.raw() == public
    named = row.id if reader is KeyReader.TRUSTEE else asked_id(house, reader)
    assert (found.reader, found.id) == (reader, named)


@pytest.mark.parametrize("reader", list(KeyReader))
def test_a_planted_public_key_is_an_alarm_and_no_recipient(house: House, reader: KeyReader) -> None:
    work = house.work()
    row = newest_row(work, house, reader)
    planted = new_pair().public.raw()
    column = "recovery_public" if isinstance(row, Installation) else "public"
    forge(work, row, **{column: planted})
    assert find_recipient(work, reader, asked_id(house, reader)) is None
    assert work.alarms == [Alarm.of_seal(row.__tablename__, row.id)]


@pytest.mark.parametrize("reader", [KeyReader.UNIT, KeyReader.STAFF])
def test_a_reader_nobody_knows_is_no_recipient(house: House, reader: KeyReader) -> None:
    work = house.work()
    assert find_recipient(work, reader, uuid4()) is None
    assert work.alarms == []


def test_behind_a_broken_newest_pair_no_older_one_is_used(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit = house.units["beratung"]
    renew_unit(work, unit, uuid4())
    work.session.flush()
    newest = work.session.scalars(select(UnitPair).where(UnitPair.version == 2)).one()
    forge(work, newest, public=new_pair().public.raw())
    ring(work).recipients.clear()
    assert find_recipient(work, KeyReader.UNIT, unit) is None


def test_the_six_words_are_those_of_her_public_key(house: House) -> None:
    work = house.work()
    row = newest_row(work, house, KeyReader.STAFF)
    assert isinstance(row, StaffPair)
    assert words_of(work, house.staff["berta"]) == six_words(PublicKey(row.public))
    assert words_of(work, uuid4()) is None
