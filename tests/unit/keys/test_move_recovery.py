from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from caseflow.crypto.key_pairs import PrivateKey, new_pair
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.units import UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import mark_due
from caseflow.keys.envelopes import find_for, open_row
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.keys.move_recovery import (
    UNMOVED,
    forget_moved,
    hangs_on,
    left_behind,
    move_drawer,
    move_unit,
)
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey, Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import UNITS, House
from tests.factories.recovering import opens, renewed
from tests.unit.keys.drawers import kept
from tests.unit.keys.tampering import forge


def moved(house: House) -> list[Act]:
    work = house.work_as("lea", "beratung")
    events = move_unit(work, new_id())
    work.finish()
    return [event.act for event in events]


def left(house: House) -> tuple[int, int]:
    work = house.work()
    found = left_behind(work)
    work.finish()
    return found


def hangs(house: House, recovery: PrivateKey) -> bool:
    work = house.work()
    found = hangs_on(work, house.units["beratung"], recovery.public.key_id)
    work.finish()
    return found


def unmoved(work: Work, unit: UUID) -> int:
    return len(work.session.scalars(UNMOVED, {"unit": unit}).all())


def test_before_a_renewal_nothing_is_to_be_moved(house: House) -> None:
    kept(house)
    assert moved(house) == []
    assert left(house) == (0, 0)
    assert move_unit(house.work(), new_id()) == []


def test_a_unit_opens_to_the_new_shares_and_no_more_to_the_former(house: House) -> None:
    unit = house.units["beratung"]
    former, present = renewed(house)
    assert left(house) == (len(UNITS), 0)
    assert (hangs(house, former), hangs(house, present)) == (True, False)
    assert moved(house) == [Act.KEY_GRANT, Act.KEY_REVOKE]
    assert (opens(house, former, unit), opens(house, present, unit)) == (False, True)
    assert not hangs(house, former)
    assert left(house) == (len(UNITS) - 1, 0)
    assert moved(house) == []
    assert opens(house, former, house.units["wohnen"])


def test_envelopes_of_former_unit_keys_go_and_the_newest_stands(house: House) -> None:
    former, present = renewed(house)
    unit = house.units["beratung"]
    work = house.work_as("lea", "beratung")
    renew_unit(work, unit, new_id())
    work.finish()
    assert moved(house) == [Act.KEY_REVOKE]
    assert (opens(house, former, unit), opens(house, present, unit)) == (False, True)


def test_a_former_unit_key_that_the_newest_does_not_lead_to_stays_open(house: House) -> None:
    work = house.work_as("lea", "beratung")
    renew_unit(work, house.units["beratung"], new_id())
    work.finish()
    former, _ = renewed(house)
    work = house.work_as("lea", "beratung")
    unit = ring(work).unit
    assert unit is not None
    unit.chain, unit._closed = (), iter(())  # noqa: SLF001 - as for who was admitted after it
    events = move_unit(work, new_id())
    gone = KeyReader.RECOVERY, UUID(bytes=former.public.key_id)
    assert [(event.act, event.version) for event in events[:1]] == [(Act.KEY_GRANT, 2)]
    assert events[1:] == [KeyEvent(Act.KEY_REVOKE, "unit", unit.unit, 2, unit.key_id, *gone)]
    assert forget_moved(work, unit.unit)
    assert hangs_on(work, unit.unit, former.public.key_id)


def test_a_drawer_follows_and_its_former_envelope_is_gone(house: House) -> None:
    drawer, cipher = kept(house)
    former, present = renewed(house)
    assert left(house)[1] == 1
    moved(house)
    for name, slug in (("ida", "wohnen"), ("frieda", "frauenhaus")):
        elsewhere = house.work_as(name, slug)
        move_unit(elsewhere, new_id())
        elsewhere.finish()
    work = house.work_as("lea", "beratung")
    assert not forget_moved(work, drawer.unit_id)
    assert forget_moved(work, house.units["frauenhaus"])  # none of its drawers is left
    assert unmoved(work, drawer.unit_id) == 1
    event = move_drawer(work, drawer, cipher, new_id())
    assert event is not None
    assert (event.act, event.what, event.reader) == (Act.KEY_GRANT, "drawer", KeyReader.RECOVERY)
    found = find_for(work, [drawer], KeyReader.RECOVERY, work.installation)[drawer.id]
    assert open_row(present, work.installation, found).key == cipher.key
    with pytest.raises(BrokenKey):
        open_row(former, work.installation, found)
    query = select(Envelope.id).where(Envelope.reader == KeyReader.RECOVERY)
    assert work.session.scalars(query).all() == [found.id]
    assert forget_moved(work, drawer.unit_id)
    assert unmoved(work, drawer.unit_id) == 0
    assert not forget_moved(work, drawer.unit_id)
    assert unmoved(work, house.units["wohnen"]) == 1
    assert forget_moved(work, house.units["wohnen"])


def test_a_drawer_that_is_due_to_turn_waits_for_it(house: House) -> None:
    drawer, cipher = kept(house)
    renewed(house)
    work = house.work_as("lea", "beratung")
    mark_due(work, drawer, work.clock.now())
    with pytest.raises(Stale):
        move_drawer(work, drawer, cipher, new_id())


def test_what_was_not_moved_before_the_next_renewal_is_moved_after_it(house: House) -> None:
    first, second = renewed(house)
    assert moved(house) == [Act.KEY_GRANT, Act.KEY_REVOKE]
    second, third = renewed(house)
    assert moved(house) == [Act.KEY_GRANT, Act.KEY_REVOKE]
    work = house.work_as("ida", "wohnen")
    assert len(move_unit(work, new_id())) == 2
    work.finish()
    for slug in ("beratung", "wohnen"):
        unit = house.units[slug]
        assert [opens(house, each, unit) for each in (first, second, third)] == [False, False, True]


def test_nothing_is_emptied_where_the_pair_that_counts_was_forged(house: House) -> None:
    renewed(house)
    work = house.work_as("lea", "beratung")
    row = work.session.scalars(select(Installation)).one()
    forge(work, row, recovery_public=new_pair().public.raw())
    assert move_unit(work, new_id()) == []
    assert left_behind(work)[0] == len(UNITS)


def test_a_forged_envelope_is_no_reason_to_seal_anything(house: House) -> None:
    unit = house.units["beratung"]
    renewed(house)
    work = house.work_as("lea", "beratung")
    pairs = select(UnitPair.id).where(UnitPair.unit_id == unit)
    mine = (UnitEnvelope.unit_pair_id.in_(pairs), UnitEnvelope.reader == KeyReader.RECOVERY)
    work.session.execute(update(UnitEnvelope).where(*mine).values(sealed=b"planted"))
    assert move_unit(work, new_id()) == []
    assert work.alarms
    work.session.execute(delete(UnitEnvelope).where(*mine))
    assert unmoved(work, unit) == 0
