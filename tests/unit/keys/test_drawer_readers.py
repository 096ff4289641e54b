from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Alarm
from caseflow.keys.drawer_readers import HandingOut, Reader, ReaderPlan
from caseflow.keys.keyring import ring
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.unit.keys.drawers import keep, kept, rows_of
from tests.unit.keys.tampering import forge

IDS = st.uuids()
BASES = st.dictionaries(IDS, IDS | st.none(), max_size=4)


@given(owner=IDS, units=BASES, staff=BASES, trustee=st.booleans(), recovery=st.booleans())
def test_every_reader_comes_once_and_the_owner_first(
    owner: UUID,
    units: dict[UUID, UUID | None],
    staff: dict[UUID, UUID | None],
    trustee: bool,  # noqa: FBT001 - named by hypothesis
    recovery: bool,  # noqa: FBT001 - named by hypothesis
) -> None:
    house = UUID(int=0)
    plan = ReaderPlan(units | {owner: None}, staff, trustee, recovery)
    readers = list(plan.readers(house, owner))
    assert readers[0] == Reader(KeyReader.UNIT, owner)
    assert len(set(readers)) == len(readers)
    assert {(each.id, each.basis) for each in readers[1:] if each.kind is KeyReader.UNIT} == {
        (unit, basis) for unit, basis in units.items() if unit != owner
    }
    people = {(each.id, each.basis) for each in readers if each.kind is KeyReader.STAFF}
    assert people == set(staff.items())
    kinds = [each.kind for each in readers]
    assert kinds.count(KeyReader.TRUSTEE) == trustee
    assert kinds.count(KeyReader.RECOVERY) == recovery
    standing = KeyReader.TRUSTEE, KeyReader.RECOVERY
    assert {each.id for each in readers if each.kind in standing} <= {house}


def test_an_envelope_says_for_whom_and_why_it_was_made(house: House) -> None:
    consent = new_id()
    work = house.work_as("berta", "beratung")
    plan = ReaderPlan({house.units["frauenhaus"]: consent})
    drawer, cipher = keep(work, house.units["beratung"], plan)
    query = select(Envelope).where(Envelope.reader_id == house.units["frauenhaus"])
    row = work.session.scalars(query).one()
    assert (row.client_id, row.drawer_id, row.key_version) == (drawer.client_id, drawer.id, 1)
    assert (row.reader, row.basis_id, row.symmetric) == (KeyReader.UNIT, consent, False)
    assert (row.key_id, row.made_at) == (cipher.key_id, work.clock.now())
    assert cipher.key not in row.sealed


def test_the_owner_seals_to_itself_with_its_own_key_when_it_is_there(house: House) -> None:
    owner = house.units["beratung"]
    work = house.work_as("berta", "beratung")
    drawer, cipher = keep(work, owner, ReaderPlan(trustee=False, recovery=False))
    assert [row.symmetric for row in rows_of(work, drawer).values()] == [True]
    work.finish()
    elsewhere = house.work_as("frieda", "frauenhaus")
    handing = HandingOut(elsewhere, drawer, cipher, new_id())
    assert handing.to(Reader(KeyReader.UNIT, owner)) is not None
    (row,) = [each for each in elsewhere.session.new if isinstance(each, Envelope)]
    assert (row.reader_id, row.symmetric) == (owner, False)
    consent = new_id()
    handing.to(Reader(KeyReader.UNIT, house.units["frauenhaus"], consent))
    rows = [each for each in elsewhere.session.new if isinstance(each, Envelope)]
    assert (rows[-1].basis_id, rows[-1].symmetric) == (consent, False)


def test_the_owner_seals_to_its_newest_key_where_somebody_left_meanwhile(house: House) -> None:
    owner = house.units["beratung"]
    drawer, cipher = kept(house)
    late = house.work_as("berta", "beratung")
    unit = ring(late).unit
    late.finish()
    assert unit is not None
    first = house.work_as("lea", "beratung")
    renew_unit(first, owner, new_id())
    first.finish()
    ring(late).recipients.clear()
    assert HandingOut(late, drawer, cipher, new_id()).to(Reader(KeyReader.UNIT, owner)) is not None
    (row,) = [each for each in late.session.new if isinstance(each, Envelope)]
    assert (row.symmetric, row.reader_key_id != unit.key_id) == (False, True)


def test_a_reader_without_a_sound_key_gets_nothing_and_the_others_do(house: House) -> None:
    work = house.work_as("berta", "beratung")
    shelter = house.units["frauenhaus"]
    pair = work.session.scalars(select(UnitPair).where(UnitPair.unit_id == shelter)).one()
    forge(work, pair, version=9)
    drawer, _ = keep(work, house.units["beratung"], ReaderPlan({shelter: None}))
    rows = work.session.scalars(select(Envelope).where(Envelope.drawer_id == drawer.id))
    assert sorted(row.reader for row in rows) == ["recovery", "trustee", "unit"]
    assert work.alarms == [Alarm.of_seal("unit_pairs", pair.id)]
