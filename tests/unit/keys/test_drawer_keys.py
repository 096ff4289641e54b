from datetime import timedelta

import pytest
from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import (
    birth,
    birth_of_copy,
    count_write,
    destroy_keys,
    due_to_turn,
    grant,
    mark_due,
    revoke,
    turn,
)
from caseflow.keys.drawer_readers import Reader, ReaderPlan
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import MissingKey, Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.unit.keys.drawers import CLIENT, NOBODY_ELSE, kept, opened, opened_by


def loaded(work: Work, drawer: Drawer) -> Drawer:
    found = work.session.scalars(select(Drawer).where(Drawer.id == drawer.id)).one()
    assert sealed_rows.intact(work, [found]) == [found]
    return found


def test_a_drawer_is_born_with_one_envelope_for_each_reader(house: House) -> None:
    work = house.work_as("berta", "beratung")
    owner, shelter, act = house.units["beratung"], house.units["frauenhaus"], new_id()
    drawer, events = birth(work, CLIENT, owner, "family", ReaderPlan({shelter: new_id()}), act)
    assert (drawer.unit_id, drawer.category, drawer.key_version) == (owner, "family", 1)
    assert ring(work).ciphers[drawer.id, 1].key_id == drawer.key_id
    work.session.flush()
    rows = work.session.scalars(select(Envelope).where(Envelope.drawer_id == drawer.id)).all()
    assert {row.act for row in rows} == {act}
    told = "drawer", drawer.id, 1, drawer.key_id
    assert events[0] == KeyEvent(Act.KEY_BIRTH, *told)
    assert len(events) == 5
    assert set(events[1:]) == {
        KeyEvent(Act.KEY_GRANT, *told, KeyReader(row.reader), row.reader_id) for row in rows
    }


def test_turning_gives_a_new_key_that_only_the_planned_readers_open(house: House) -> None:
    shelter, housing = house.units["frauenhaus"], house.units["wohnen"]
    drawer, former = kept(house, ReaderPlan({shelter: new_id(), housing: new_id()}))
    other, of_other = kept(house)
    work = house.work_as("lea", "beratung")
    row = loaded(work, drawer)
    mark_due(work, row, work.clock.now())
    assert opened(work, row) == former.key
    old, new, events = turn(work, row, ReaderPlan({housing: new_id()}), new_id())
    assert (old.key, new.key != old.key) == (former.key, True)
    assert (row.key_version, row.key_id, row.turn_due) == (2, new.key_id, None)
    assert events[0] == KeyEvent(Act.DRAWER_TURN, "drawer", drawer.id, 2, new.key_id)
    work.finish()
    assert opened_by(house, "ida", "wohnen", row) == new.key
    assert opened_by(house, "berta", "beratung", row) == new.key
    assert opened_by(house, "frieda", "frauenhaus", row) is None
    assert opened_by(house, "berta", "beratung", other) == of_other.key
    mine = Envelope.drawer_id == drawer.id
    versions = house.work().session.scalars(select(Envelope.key_version).where(mine))
    assert set(versions) == {2}


def test_nobody_turns_without_the_present_key(house: House) -> None:
    drawer, _ = kept(house)
    work = house.work_as("lea", "beratung")
    with pytest.raises(MissingKey):
        turn(work, loaded(work, drawer), NOBODY_ELSE, new_id())


def test_of_two_who_turn_one_is_too_late(house: House) -> None:
    drawer, _ = kept(house)
    late = house.work_as("berta", "beratung")
    seen = loaded(late, drawer)
    assert opened(late, seen) is not None
    late.finish()
    first = house.work_as("lea", "beratung")
    row = loaded(first, drawer)
    assert opened(first, row) is not None
    turn(first, row, NOBODY_ELSE, new_id())
    first.finish()
    with pytest.raises(Stale):
        turn(late, seen, NOBODY_ELSE, new_id())


def test_a_drawer_is_marked_once(house: House) -> None:
    drawer, _ = kept(house)
    work = house.work()
    row = loaded(work, drawer)
    since = work.clock.now()
    mark_due(work, row, since)
    mark_due(work, row, since + timedelta(hours=1))
    assert row.turn_due == since
    assert due_to_turn(work, [row]) == {drawer.id}


@pytest.mark.parametrize("slug", ["beratung", "frauenhaus"])
def test_after_a_departure_from_owner_or_recipient_a_drawer_is_due(house: House, slug: str) -> None:
    shared, _ = kept(house, ReaderPlan({house.units["frauenhaus"]: new_id()}))
    own, _ = kept(house)
    work = house.work_as("lea", slug)
    assert due_to_turn(work, [shared, own]) == set()
    renew_unit(work, house.units[slug], new_id())
    due = {shared.id, own.id} if slug == "beratung" else {shared.id}
    assert due_to_turn(work, [shared, own]) == due
    assert due_to_turn(work, []) == set()


def test_a_drawer_turned_after_a_departure_is_due_no_longer(house: House) -> None:
    drawer, former = kept(house)
    work = house.work_as("lea", "beratung")
    renew_unit(work, house.units["beratung"], new_id())
    work.finish()
    work = house.work_as("lea", "beratung")
    row = loaded(work, drawer)
    assert opened(work, row) == former.key
    turn(work, row, NOBODY_ELSE, new_id())
    assert due_to_turn(work, [row]) == set()


def test_writes_are_counted_only_under_a_key_that_stays(house: House) -> None:
    drawer, _ = kept(house)
    kept(house)  # another of hers in the same unit
    work = house.work_as("berta", "beratung")
    row = loaded(work, drawer)
    assert count_write(work, row)
    assert count_write(work, row)
    work.session.refresh(row)
    assert row.writes == 2
    assert sealed_rows.intact(work, [row]) == [row]
    mark_due(work, row, work.clock.now())
    assert not count_write(work, row)


def test_a_drawer_turned_meanwhile_takes_no_write(house: House) -> None:
    drawer, _ = kept(house)
    work = house.work_as("lea", "beratung")
    row = loaded(work, drawer)
    opened(work, row)
    turn(work, row, NOBODY_ELSE, new_id())
    work.finish()
    assert not count_write(house.work(), drawer)


def test_a_grant_opens_the_drawer_to_one_more_reader(house: House) -> None:
    drawer, cipher = kept(house)
    shelter, consent = house.units["frauenhaus"], new_id()
    other, of_other = kept(house, ReaderPlan({shelter: new_id()}))
    work = house.work_as("berta", "beratung")
    for _ in range(2):
        event = grant(work, drawer, cipher, Reader(KeyReader.UNIT, shelter, consent), new_id())
        assert event is not None
        assert (event.act, event.reader, event.reader_id) == (
            Act.KEY_GRANT,
            KeyReader.UNIT,
            shelter,
        )
    work.finish()
    work = house.work()
    hers = Envelope.drawer_id == drawer.id, Envelope.reader_id == shelter
    assert work.session.scalars(select(Envelope.basis_id).where(*hers)).all() == [consent]
    work.finish()
    for name, slug in (("frieda", "frauenhaus"), ("berta", "beratung")):
        assert opened_by(house, name, slug, drawer) == cipher.key
        assert opened_by(house, name, slug, other) == of_other.key


def test_no_grant_is_made_under_a_key_due_to_turn(house: House) -> None:
    drawer, cipher = kept(house)
    work = house.work_as("berta", "beratung")
    mark_due(work, loaded(work, drawer), work.clock.now())
    reader = Reader(KeyReader.UNIT, house.units["frauenhaus"], new_id())
    with pytest.raises(Stale):
        grant(work, drawer, cipher, reader, new_id())


def test_nobody_unknown_is_granted_anything(house: House) -> None:
    drawer, cipher = kept(house)
    work = house.work_as("berta", "beratung")
    assert grant(work, drawer, cipher, Reader(KeyReader.STAFF, new_id()), new_id()) is None


def test_revoking_needs_no_key_and_closes_at_once(house: House) -> None:
    shelter = house.units["frauenhaus"]
    drawer, cipher = kept(house, ReaderPlan({shelter: new_id()}))
    work = house.work()
    told = "drawer", drawer.id, 1, cipher.key_id
    gone = KeyEvent(Act.KEY_REVOKE, *told, KeyReader.UNIT, shelter)
    assert revoke(work, [drawer], shelter) == [gone]
    assert revoke(work, [drawer], shelter) == []
    work.finish()
    assert opened_by(house, "frieda", "frauenhaus", drawer) is None
    assert opened_by(house, "berta", "beratung", drawer) == cipher.key


def test_what_one_person_was_given_is_taken_from_her_alone(house: House) -> None:
    ida = house.staff["ida"]
    plan = ReaderPlan({house.units["wohnen"]: None}, staff={ida: new_id()})
    drawer, cipher = kept(house, plan)
    work = house.work()
    assert len(revoke(work, [drawer], ida, KeyReader.STAFF)) == 1
    work.finish()
    assert opened_by(house, "ida", "wohnen", drawer) == cipher.key


def test_a_copy_lies_in_a_drawer_of_its_own_that_names_where_it_comes_from(house: House) -> None:
    original, _ = kept(house)
    shelter, consent = house.units["frauenhaus"], new_id()
    work = house.work_as("frieda", "frauenhaus")
    copy, events = birth_of_copy(work, shelter, original, consent, NOBODY_ELSE, new_id())
    assert (copy.client_id, copy.category) == (original.client_id, original.category)
    assert (copy.unit_id, copy.copied_from) == (shelter, original.unit_id)
    assert copy.copied_under == consent
    assert copy.key_id != original.key_id
    assert (events[0].act, events[0].id) == (Act.KEY_BIRTH, copy.id)
    work.finish()
    assert opened_by(house, "lea", "frauenhaus", copy) is not None


def test_a_drawer_whose_keys_are_destroyed_opens_to_nobody(house: House) -> None:
    drawer, former = kept(house, ReaderPlan({house.units["frauenhaus"]: new_id()}))
    other, cipher = kept(house)
    work = house.work()
    rows = work.session.scalars(select(Envelope).where(Envelope.drawer_id == drawer.id)).all()
    told = "drawer", drawer.id, 1, former.key_id
    gone = {KeyEvent(Act.KEY_REVOKE, *told, KeyReader(row.reader), row.reader_id) for row in rows}
    events = destroy_keys(work, drawer)
    work.finish()
    assert set(events) == gone
    assert sorted(str(event.reader) for event in events) == [
        *(KeyReader.RECOVERY, KeyReader.TRUSTEE, KeyReader.UNIT, KeyReader.UNIT)
    ]
    work = house.work()
    assert set(work.session.scalars(select(Envelope.drawer_id))) == {other.id}
    work.finish()
    assert opened_by(house, "berta", "beratung", drawer) is None
    assert opened_by(house, "berta", "beratung", other) == cipher.key
