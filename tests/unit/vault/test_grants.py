from dataclasses import replace

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.units import UnitPair
from caseflow.keys.drawer_keys import mark_due
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.grants import (
    Standing,
    grant_by_consent,
    grant_pairs,
    readers_of,
    would_wait,
)
from caseflow.vault.permit import Ask
from caseflow.vault.same_person import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import (
    case_at,
    consent_row,
    consented,
    entry,
    new_client,
    permitted,
    write,
)
from tests.factories.house import House
from tests.factories.merges import merged
from tests.unit.vault.reading import read, texts


def test_a_consent_hands_out_keys_of_its_categories_and_no_others(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    write(house, berta, known, entry("a"), entry("b", "housing"))
    consent = consented(house, berta, known, [shelter], ["violence"])
    work = house.work()
    readers = {each.category: readers_of(work, each) for each in work.session.query(Drawer)}
    assert readers == {"violence": {berta.unit, shelter}, "housing": {berta.unit}}
    envelope = select(Envelope.basis_id).where(Envelope.reader_id == shelter)
    assert work.session.scalars(envelope).all() == [consent.id]


def test_whoever_holds_a_former_key_alone_is_no_reader(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    write(house, berta, known, entry("a"))
    consented(house, berta, known, [shelter], ["violence"])
    work = house.work()
    former = update(Envelope).where(Envelope.reader_id == shelter).values(key_version=0)
    work.session.execute(former)
    assert readers_of(work, work.session.query(Drawer).one()) == {berta.unit}


def test_a_second_consent_hands_out_no_second_envelope(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    write(house, berta, known, entry("a"))
    for _ in range(2):
        consented(house, berta, known, [shelter], ["violence"])
    work = house.work()
    held = select(Envelope.id).where(Envelope.reader_id == shelter)
    assert len(work.session.scalars(held).all()) == 1


def test_a_drawer_due_to_turn_turns_before_its_key_is_granted(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("a"))
    case_at(house, frieda, known)
    work = house.work()
    mark_due(work, work.session.query(Drawer).one(), work.clock.now())
    work.finish()
    consented(house, berta, known, [frieda.unit], ["violence"])
    with house.sessions() as session:
        drawer = session.query(Drawer).one()
        assert (drawer.key_version, drawer.turn_due) == (2, None)
    assert texts(read(house, frieda, known)) == ["a"]


def test_of_one_person_nothing_is_handed_out_that_she_agreed_to_by_one_of_two_ids_alone(
    house: House,
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    one, other = new_client(house, berta), new_client(house, berta)
    for known in (one, other):
        write(house, berta, known, entry("a"))
    consent = consented(house, berta, one, [shelter], ["violence"])
    merged(house, berta, house.actor("lea", "beratung"), one, other)
    work = house.work(berta)
    standing = Standing(consent_facts(work, one.id), consent.id, new_id())
    drawers = drawers_of(work, one.id)
    assert len(drawers) == 2
    pairs = [(berta.unit, shelter, "violence")]
    assert grant_pairs(work, berta.unit, drawers, standing, pairs) == ()
    assert [readers_of(work, each) for each in drawers] == [{berta.unit}] * 2
    work.finish()
    consented(house, berta, other, [shelter], ["violence"])
    work = house.work()
    readers = [readers_of(work, each) for each in drawers_of(work, one.id)]
    assert readers == [{berta.unit, shelter}] * 2


def test_without_a_trustee_every_foreign_category_waits(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("a"))
    case_at(house, frieda, known)
    house.server = replace(house.server, trustee=None)
    consent = consented(house, frieda, known, [frieda.unit], ["violence", "health"], [berta.unit])
    matrix = consent_fact(consent).matrix
    assert would_wait(house.work(), frieda.unit, matrix) == ("health", "violence")
    assert would_wait(house.work(), berta.unit, matrix) == ()
    with house.sessions() as session:
        due = session.query(GrantDue).one()
        assert (due.unit_id, due.categories) == (berta.unit, ("health", "violence"))
    assert texts(read(house, frieda, known)) == []


def test_a_unit_without_a_sound_public_key_gets_no_envelope(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    write(house, berta, known, entry("a"))
    with house.sessions() as session:
        session.query(UnitPair).where(UnitPair.unit_id == shelter).update({"public": bytes(1216)})
        session.commit()
    consented(house, berta, known, [shelter], ["violence"])
    work = house.work()
    assert readers_of(work, work.session.query(Drawer).one()) == {berta.unit}


def test_who_is_merged_while_she_agrees_is_asked_for_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CONSENT_RECORD, known.id))
    consent = consent_row(work, berta, known, [shelter], ["violence"])
    work.session.add(consent)
    work.session.flush()
    met = Person((known.id, new_id()))
    monkeypatch.setattr("caseflow.vault.grants.person_of", lambda *_: met)
    with pytest.raises(Stale):
        grant_by_consent(work, given, consent)
