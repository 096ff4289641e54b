from sqlalchemy import delete, select

from caseflow.database.tables.accounts import StaffPair
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.installation import TrusteeEnvelope
from caseflow.keys.drawer_keys import mark_due
from caseflow.vault.emergencies import take_back
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.unit.vault.reading import read, texts


def known_to_both(house: House) -> Known:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Allergie", "health"), entry("Adresse", "whereabouts"))
    case_at(house, frieda, known)
    return known


def test_only_the_person_who_declared_gets_an_envelope(house: House) -> None:
    known, frieda = known_to_both(house), house.actor("frieda", "frauenhaus")
    declared(house, frieda, known, "health")
    with house.sessions() as session:
        staff = select(Envelope).where(Envelope.reader == KeyReader.STAFF)
        (envelope,) = session.scalars(staff)
        drawer = session.get_one(Drawer, (known.id, envelope.drawer_id))
    assert drawer.category == "health"
    assert texts(read(house, frieda, known)) == ["Allergie"]


def test_a_drawer_due_to_turn_turns_before_it_is_opened(house: House) -> None:
    known, frieda = known_to_both(house), house.actor("frieda", "frauenhaus")
    work = house.work()
    drawer = work.session.scalars(select(Drawer).where(Drawer.category == "health")).one()
    mark_due(work, drawer, work.clock.now())
    work.finish()
    declared(house, frieda, known, "health")
    with house.sessions() as session:
        found = session.scalars(select(Drawer).where(Drawer.category == "health")).one()
        assert (found.key_version, found.turn_due) == (2, None)
    assert texts(read(house, frieda, known)) == ["Allergie"]


def test_without_the_trustee_nothing_is_opened_and_the_act_still_stands(house: House) -> None:
    known, frieda = known_to_both(house), house.actor("frieda", "frauenhaus")
    with house.sessions() as session:
        session.execute(delete(TrusteeEnvelope))
        session.commit()
    declared(house, frieda, known, "health")
    assert texts(read(house, frieda, known)) == []


def test_when_it_is_over_the_keys_go_and_the_drawers_fall_due(house: House) -> None:
    known, frieda = known_to_both(house), house.actor("frieda", "frauenhaus")
    declared(house, frieda, known, "health")
    work = house.work()
    events = take_back(work, work.session.query(EmergencyAccess).one())
    work.finish()
    assert [event.reader_id for event in events] == [frieda.staff]
    with house.sessions() as session:
        due = select(Drawer.category).where(Drawer.turn_due.is_not(None))
        assert session.scalars(due).all() == ["health"]


def test_a_person_without_a_sound_public_key_gets_no_envelope(house: House) -> None:
    known, frieda = known_to_both(house), house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    work.session.query(StaffPair).where(StaffPair.staff_id == frieda.staff).update(
        {"public": bytes(1216)}
    )
    work.finish()
    declared(house, frieda, known, "health")
    with house.sessions() as session:
        staff = select(Envelope.id).where(Envelope.reader == KeyReader.STAFF)
        assert session.scalars(staff).all() == []
