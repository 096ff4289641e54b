from uuid import uuid4

import pytest
from sqlalchemy import select

from caseflow.crypto.envelopes import Destination, seal_envelope
from caseflow.crypto.key_pairs import new_pair
from caseflow.database import sealed_rows
from caseflow.database.tables.units import UnitEnvelope
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import OpenedPair, ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.unit_envelopes import UnitReader, open_unit_key
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.unit.keys.tampering import forge


def berta(house: House) -> tuple[Work, OpenedPair, OpenedUnit, UnitEnvelope]:
    work = house.work_as("berta", "beratung")
    staff, unit = ring(work).staff, ring(work).unit
    assert staff is not None
    assert unit is not None
    query = select(UnitEnvelope).where(UnitEnvelope.reader_id == staff.pair)
    return work, staff, unit, work.session.scalars(query).one()


def reader_of(row: UnitEnvelope) -> UnitReader:
    return UnitReader(KeyReader(row.reader), row.reader_id, row.membership_id)


def test_the_envelope_is_bound_to_the_act_that_made_it(house: House) -> None:
    work, staff, unit, row = berta(house)
    opened = open_unit_key(work, unit.unit, reader_of(row), staff.private)
    assert opened is not None
    assert opened.private.raw() == unit.private.raw()
    sealed_rows.change(work, row, act=uuid4())
    assert open_unit_key(work, unit.unit, reader_of(row), staff.private) is None
    assert work.alarms == [Alarm.of_key("unit_envelopes", row.membership_id or unit.unit)]


def test_a_planted_unit_key_does_not_open(house: House) -> None:
    work, staff, unit, row = berta(house)
    planted = new_pair()
    destination = Destination(
        work.installation,
        "unit",
        unit.unit,
        unit.version,
        planted.public.key_id,
        staff.private.public.key_id,
        row.act,
    )
    sealed = seal_envelope(staff.private.public, destination, planted.raw())
    sealed_rows.change(work, row, sealed=sealed)
    assert open_unit_key(work, unit.unit, reader_of(row), staff.private) is None


def test_a_forged_envelope_is_an_alarm(house: House) -> None:
    work, staff, unit, row = berta(house)
    reader = reader_of(row)
    forge(work, row, sealed=bytes(1168))
    assert open_unit_key(work, unit.unit, reader, staff.private) is None
    assert Alarm.of_seal("unit_envelopes", row.id) in work.alarms


@pytest.mark.parametrize("which", ["id", "membership"])
def test_an_envelope_opens_for_its_reader_only(house: House, which: str) -> None:
    work, staff, unit, row = berta(house)
    reader = UnitReader(
        KeyReader.STAFF,
        uuid4() if which == "id" else row.reader_id,
        uuid4() if which == "membership" else row.membership_id,
    )
    assert open_unit_key(work, unit.unit, reader, staff.private) is None
    assert open_unit_key(work, uuid4(), reader_of(row), staff.private) is None
