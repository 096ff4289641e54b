from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.name_cards import NameCard
from caseflow.keys.events import KeyEvent
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.grants import readers_of
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vault.revocations import close_drawers
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House


def shared(house: House) -> Known:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["identity", "violence"])
    return known


def closed(house: House, known: Known, name: str, slug: str) -> tuple[KeyEvent, ...]:
    actor = house.actor(name, slug)
    work = house.work(actor)
    change(work, work.session.query(Consent).one(), withdrawn_at=work.clock.now())
    drawers, facts = drawers_of(work, known.id), consent_facts(work, known.id)
    events = close_drawers(work, actor.unit, drawers, facts, new_id())
    work.finish()
    return events


def test_the_owning_unit_turns_at_once(house: House) -> None:
    known = shared(house)
    acts = [event.act for event in closed(house, known, "berta", "beratung")]
    assert acts.count(Act.KEY_REVOKE) == acts.count(Act.DRAWER_TURN) == 2
    with house.sessions() as session:
        assert set(session.scalars(select(Drawer.key_version))) == {2}


def test_any_unit_can_take_back_the_keys_and_needs_none_for_it(house: House) -> None:
    known = shared(house)
    events = closed(house, known, "frieda", "frauenhaus")
    assert {event.act for event in events} == {Act.KEY_REVOKE}
    work = house.work()
    for drawer in work.session.query(Drawer):
        assert readers_of(work, drawer) == {house.units["beratung"]}
        assert drawer.turn_due is not None
        assert drawer.key_version == 1


def test_the_cards_go_with_the_identity_drawer(house: House) -> None:
    known = shared(house)
    held = select(NameCard.unit_id)
    with house.sessions() as session:
        assert set(session.scalars(held)) == {house.units["beratung"], house.units["frauenhaus"]}
    closed(house, known, "berta", "beratung")
    with house.sessions() as session:
        assert set(session.scalars(held)) == {house.units["beratung"]}


def test_what_another_consent_still_opens_stays_open(house: House) -> None:
    known = shared(house)
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    work = house.work(berta)
    first = work.session.query(Consent).one()
    work.finish()
    consented(house, berta, known, [shelter], ["violence"])
    work = house.work(berta)
    change(work, first, withdrawn_at=work.clock.now())
    drawers, facts = drawers_of(work, known.id), consent_facts(work, known.id)
    close_drawers(work, berta.unit, drawers, facts, new_id())
    readers = {each.category: readers_of(work, each) for each in work.session.query(Drawer)}
    assert readers == {"identity": {berta.unit}, "violence": {berta.unit, shelter}}


def test_what_a_unit_knows_by_itself_stays_on_its_own_card(house: House) -> None:
    known, frieda = shared(house), house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    file_card(work, frieda.unit, known.id, CardText("Mona"))
    work.finish()
    closed(house, known, "berta", "beratung")
    with house.sessions() as session:
        held = select(NameCard.consent_id).where(NameCard.unit_id == frieda.unit)
        assert session.scalars(held).all() == [None]
