"""What is born, turned or told while sharing is suspended waits until it goes on."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.name_cards import NameCard
from caseflow.keys.drawer_keys import mark_due
from caseflow.oversight.restored import confirm_restored
from caseflow.records.told import Told
from caseflow.records.write_fact import write_fact
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    fact,
    new_client,
    withdrawn,
    write,
)
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock
from tests.factories.lawful import answered, excepted, ground, next_request
from tests.factories.suspended import suspend
from tests.unit.vault.reading import log, read, texts


def _holders(house: House, known: Known) -> dict[str, set[str]]:
    """Return by category who has a drawer's key, but for its owner, trustee and recovery."""
    names = {each: name for name, each in {**house.units, **house.staff}.items()}
    with house.sessions() as session:
        found = session.execute(
            select(Drawer.category, Envelope.reader_id)
            .join(Envelope, Envelope.drawer_id == Drawer.id)
            .where(Drawer.client_id == known.id, Envelope.reader_id != Drawer.unit_id)
        ).all()
    held: dict[str, set[str]] = {category: set() for category, _ in found}
    for category, reader in found:
        held[category] |= {names[reader]} if reader in names else set()
    return held


def _turn(house: House, known: Known) -> None:
    """Let her drawers turn, but for the one with her name."""
    work = house.work()
    hers = Drawer.client_id == known.id, Drawer.category != "identity"
    for drawer in work.session.scalars(select(Drawer).where(*hers)).all():
        mark_due(work, drawer, work.clock.now())
    work.finish()


def _cards(house: House, known: Known) -> list[datetime]:
    """Return when the shelter was told her name, as consents let it."""
    shelter = NameCard.unit_id == house.units["frauenhaus"], NameCard.consent_id.is_not(None)
    found = select(NameCard.made_at).where(NameCard.client_id == known.id, *shelter)
    with house.sessions() as session:
        return list(session.scalars(found))


@pytest.fixture
def known(house: House, clock: StoppedClock) -> Known:
    """A client of counselling: the shelter by consent, housing by exception, one in an emergency.

    Sharing is suspended; housing's consent for her history of violence was withdrawn meanwhile. Of
    another who is open to the shelter nothing happens meanwhile.
    """
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda, lea = house.actor("wanda", "wohnen"), house.actor("lea", "beratung")
    made = new_client(house, berta)
    named = fact("client_name", "Mina", "identity")
    write(house, berta, made, entry("Gewalt"), entry("Asthma", "health"), named)
    for actor in (frieda, wanda):
        case_at(house, actor, made)
    consented(house, berta, made, [frieda.unit], ["identity", "violence", "housing"])
    taken = consented(house, berta, made, [wanda.unit], ["violence"])
    another = new_client(house, berta)
    write(house, berta, another, entry("Gewalt"))
    consented(house, berta, another, [frieda.unit], ["violence"])
    asked = excepted(house, wanda, made, ground([berta.unit], "health"))
    assert answered(house, lea, asked) == Done(None)
    next_request(house, berta)
    declared(house, frieda, made, "health")
    clock.advance(timedelta(hours=1))
    suspend(house)
    clock.advance(timedelta(hours=1))
    withdrawn(house, frieda, made, taken)
    return made


def _turned_and_born(house: House, known: Known) -> None:
    """Let most turn, and others be born; of whom nothing is shared any more, one is too."""
    berta = house.actor("berta", "beratung")
    _turn(house, known)
    next_request(house, berta)
    write(house, berta, known, entry("Wohnung", "housing"))
    alone = new_client(house, berta)
    write(house, berta, alone, entry("Gewalt"))
    taken = consented(house, berta, alone, [house.units["frauenhaus"]], ["violence"])
    withdrawn(house, berta, alone, taken)


def _renamed(house: House, known: Known) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    told = Told("answered", "Mina Amin")
    assert isinstance(write_fact(work, berta, known.id, "client_name", told), Done)
    work.finish()


def _confirm(house: House, clock: StoppedClock) -> None:
    clock.advance(timedelta(hours=1))
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    assert confirm_restored(work, olga) == Done(None)
    work.finish()


NAME = {"identity": {"frauenhaus"}}
TURNED = {"violence": {"frauenhaus"}, "health": {"wohnen", "frieda"}}
OPEN = TURNED | NAME
BORN = {"housing": {"frauenhaus"}}


def test_keys_are_the_owners_alone_until_sharing_goes_on(
    house: House, clock: StoppedClock, known: Known
) -> None:
    # What is taken back meanwhile takes nobody else's key.
    assert _holders(house, known) == OPEN
    told = _cards(house, known)
    _renamed(house, known)
    _turned_and_born(house, known)
    assert _holders(house, known) == {key: set() for key in TURNED | BORN} | NAME
    assert _cards(house, known) == told
    _confirm(house, clock)
    frieda = house.actor("frieda", "frauenhaus")
    assert texts(read(house, frieda, known)) == []
    with house.sessions() as session:
        due = session.scalars(select(Drawer).where(Drawer.turn_due.is_not(None))).all()
        assert sorted(each.category for each in due) == sorted(TURNED | BORN)
        promised = set(session.scalars(select(GrantDue.client_id)))
    assert {each.client_id for each in due} | promised == {known.id}
    next_request(house, house.actor("berta", "beratung"))
    assert _holders(house, known) == OPEN | BORN
    assert texts(read(house, frieda, known)) == ["Asthma", "Gewalt", "Wohnung"]
    assert _cards(house, known) == [clock.now()]
    assert Act.ALARM_KEY not in {each["act"] for each in log(house)}
