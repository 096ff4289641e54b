"""A copy lies in a drawer of its own for each consent, and its key follows the consents."""

from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.audit.entries import DrawerName
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.records import Entry, Fact
from caseflow.keys.drawer_keys import mark_due
from caseflow.records import Told, write_fact
from caseflow.vault.content_tables import field_names
from caseflow.vault.gather import gather
from caseflow.vault.open_originals import copyable, open_originals
from caseflow.vault.permit import Ask, Deeds
from caseflow.vault.pieces import Opened, Piece
from caseflow.vault.write_copy import put_copy, seen_in
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import case_at, consented, entry, permitted, write
from tests.factories.copies import (
    TOLD,
    Shared,
    copied,
    copies,
    may_copy,
    settled,
    shared,
    taken_back,
)
from tests.factories.house import House
from tests.unit.vault.reading import log, newest, read, texts


def readers(house: House, drawer: UUID) -> set[UUID]:
    """Return the units that hold an envelope of a drawer."""
    with house.sessions() as session:
        found = select(Envelope.reader_id).where(
            Envelope.drawer_id == drawer, Envelope.reader == KeyReader.UNIT
        )
        return set(session.scalars(found))


def to_copy(where: Shared) -> Ask:
    """Return what the shelter asks for to copy."""
    return Ask(Act.COPY_MAKE, where.known.id, action=Action.COPY)


def pieces(house: House, where: Shared) -> list[Piece[Entry]]:
    """Return the entries that the shelter reads."""
    opened = read(house, where.frieda, where.known)
    assert isinstance(opened, Opened)
    return list(opened.of(Entry))


def write_answer(house: House, where: Shared, name: str) -> None:
    """Let counselling be told another name."""
    work, told = house.work(where.berta), Told("answered", name)
    assert isinstance(write_fact(work, where.berta, where.known.id, "client_name", told), Done)
    work.finish()


def test_the_drawer_says_source_and_consent_and_holds_author_and_instant(house: House) -> None:
    where = shared(house)
    copy = copied(house, where)
    [drawer] = copies(house, where.known)
    assert (drawer.unit_id, drawer.copied_from) == (where.frieda.unit, where.berta.unit)
    assert (drawer.copied_under, drawer.frozen_at) == (where.consent, None)
    with house.sessions() as session:
        row = session.scalars(select(Entry).where(Entry.id == copy)).one()
        of = session.scalars(select(Entry).where(Entry.id == where.entry)).one()
    assert (row.copied_of, row.copied_version) == (of.id, of.version)
    assert (row.recorded_by, row.recorded_at) == (of.recorded_by, of.recorded_at)
    assert (row.copied_by, row.copied_at) == (where.frieda.staff, house.around.clock.now())
    assert row.text != of.text


def test_a_copy_of_the_same_version_is_left_as_it_is(house: House) -> None:
    where = shared(house)
    copy = copied(house, where)
    write(house, where.frieda, where.known, entry("Eigenes"))
    with house.sessions() as session:
        before = session.get_one(Entry, (where.known.id, copy))
    assert copied(house, where) == copy
    with house.sessions() as session:
        after = session.get_one(Entry, (where.known.id, copy))
    assert (after.seal_revision, after.text) == (before.seal_revision, before.text)
    [other] = write(house, where.berta, where.known, entry("Anderes"))
    assert copied(house, where, other) != copy
    copied(house, where, "client_name")  # under the same consent, and in another drawer
    assert {drawer.category for drawer in copies(house, where.known)} == {"violence", "identity"}


def test_its_readers_are_the_unit_and_whom_both_consents_name(house: House) -> None:
    where, wanda = shared(house), house.actor("wanda", "wohnen")
    case_at(house, wanda, where.known)
    consented(house, where.frieda, where.known, [wanda.unit], ["violence"])
    copied(house, where)
    [drawer] = copies(house, where.known)
    assert readers(house, drawer.id) == {where.frieda.unit}
    assert texts(read(house, wanda, where.known)) == []
    telling = may_copy(house, where.berta, where.known, [wanda.unit], ["violence"])
    assert readers(house, drawer.id) == {where.frieda.unit, wanda.unit}
    assert set(texts(read(house, wanda, where.known))) == {TOLD}
    assert not [each for each in log(house) if each["act"] == Act.ALARM_KEY]
    assert telling != where.consent
    taken_back(house, where)
    assert readers(house, drawer.id) == {where.frieda.unit}


def test_where_no_trustee_has_the_key_the_unit_hands_it_out_when_it_turns(house: House) -> None:
    where, wanda = shared(house), house.actor("wanda", "wohnen")
    write(house, where.berta, where.known, entry("Adresse", "whereabouts"))
    case_at(house, wanda, where.known)
    may_copy(house, where.berta, where.known, [where.frieda.unit], ["whereabouts"])
    consented(house, where.frieda, where.known, [wanda.unit], ["whereabouts"])
    hidden = next(each for each in pieces(house, where) if each.place.category == "whereabouts")
    copied(house, where, hidden.row.id)
    consented(house, where.berta, where.known, [wanda.unit], ["whereabouts"])
    [drawer] = copies(house, where.known)
    assert wanda.unit not in readers(house, drawer.id)
    assert texts(read(house, wanda, where.known)) == ["Adresse"]  # the original
    settled(house, where.frieda)
    assert wanda.unit in readers(house, drawer.id)
    assert texts(read(house, wanda, where.known)) == ["Adresse"] * 2
    assert not [each for each in log(house) if each["act"] == Act.ALARM_KEY]


def test_a_later_answer_takes_the_place_of_the_copy_and_a_due_drawer_turns_first(
    house: House,
) -> None:
    where = shared(house)
    copied(house, where, "client_name")
    [before] = copies(house, where.known)
    work = house.work(where.frieda)
    mark_due(work, gather(work, where.frieda, where.known.id).drawers[before.id], before.born_at)
    work.finish()
    write_answer(house, where, "Neuer Name")
    copied(house, where, "client_name")
    [after] = copies(house, where.known)
    assert after.key_version == before.key_version + 1
    with house.sessions() as session:
        found = session.scalars(select(Fact).where(Fact.drawer_id == after.id)).all()
    # Sealed anew by the turn, and with the later answer.
    assert [(row.version, row.seal_revision) for row in found] == [(2, 3)]
    made = newest(house, Act.COPY_MAKE)
    assert newest(house, Act.DRAWER_TURN)["details"] == {"act": made["id"]}


def test_a_drawer_that_was_born_meanwhile_is_a_lost_race(house: House) -> None:
    where = shared(house)
    copied(house, where, "client_name")
    [drawer] = copies(house, where.known)
    work = house.work(where.frieda)
    given = permitted(work, where.frieda, to_copy(where))
    given.gathered.drawers.pop(drawer.id)
    name = next(open_originals(work, given, Fact, copyable(given)).of(Fact))
    with pytest.raises(Stale):
        put_copy(work, given, name)
    work.abandon()


def test_the_same_written_by_another_request_is_a_lost_race(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = shared(house)
    copied(house, where)
    monkeypatch.setattr("caseflow.vault.write_copy._standing", lambda *_: None)
    monkeypatch.setattr("caseflow.vault.write_copy._former", lambda *_: None)
    work = house.work(where.frieda)
    given = permitted(work, where.frieda, to_copy(where))
    piece = next(open_originals(work, given, Entry, copyable(given)).of(Entry))
    named = DrawerName(piece.row.drawer_id, where.berta.unit, "violence")
    assert seen_in(piece) == Deeds(drawers=(named,), fields=field_names(Entry))
    with pytest.raises(Stale):
        put_copy(work, given, piece)
    work.abandon()
