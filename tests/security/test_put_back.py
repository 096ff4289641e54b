"""A consent that is put back as it once was, with its old seal, makes nobody a reader again.

The row is as it was written, so that no seal tells; but the log knows of its end.
"""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from sqlalchemy import Table, delete, select

from caseflow.audit.integrate import integrate
from caseflow.consents.take_back import EVERYTHING, Choice
from caseflow.database.sealed_rows import change
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.name_cards import NameCard
from caseflow.exceptions import end_emergency, record_wall
from caseflow.vault.grants import readers_of
from caseflow.vault.identity_cards import renew_cards
from caseflow.vault.open_drawers import key_of, own_drawer
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vault.settle import settle
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    new_client,
    permitted,
    write,
)
from tests.factories.declarations import took_back
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.security.intruder import Intruder
from tests.unit.vault.reading import log, read, texts

CONSENTS, GRANTS = cast("Table", Consent.__table__), cast("Table", GrantDue.__table__)
EMERGENCIES = cast("Table", EmergencyAccess.__table__)
HEALTH = Choice(categories=frozenset({"health"}))


@pytest.fixture
def intruder(house: House) -> Iterator[Intruder]:
    somebody = Intruder(house.engine.url.render_as_string(hide_password=False))
    yield somebody
    somebody.close()


@pytest.fixture
def known(house: House) -> Known:
    client = new_client(house, house.actor("berta", "beratung"), "Mona Müller")
    case_at(house, house.actor("frieda", "frauenhaus"), client)
    return client


def taken_back_and_put_back(
    house: House, known: Known, intruder: Intruder, *categories: str, choice: Choice = EVERYTHING
) -> Consent:
    """Let a consent be recorded and taken back, and its row say what it said in between."""
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    consent = consented(house, berta, known, [shelter], categories)
    once = intruder.row(CONSENTS, consent.id)
    took_back(house, berta, known, consent.id, choice)
    intruder.put_back(CONSENTS, once)
    return consent


def readers(house: House, category: str) -> set[str]:
    """Return the units that have a key of the drawer of a category, by their slugs."""
    work = house.work()
    drawer = work.session.scalars(select(Drawer).where(Drawer.category == category)).one()
    found = readers_of(work, drawer)
    work.finish()
    return {slug for slug, unit in house.units.items() if unit in found}


def alarms(house: House, consent: Consent) -> list[dict[str, Any]]:
    row = str(consent.id)
    told = [each for each in log(house) if each["act"] == Act.ALARM_SEAL]
    return [each for each in told if each["details"] == {"table": "consents", "row": row}]


@pytest.mark.parametrize("integrated", [False, True], ids=["staged", "integrated"])
@pytest.mark.parametrize("choice", [EVERYTHING, HEALTH], ids=["whole", "part"])
def test_at_a_birth(
    house: House, known: Known, intruder: Intruder, choice: Choice, *, integrated: bool
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    consent = taken_back_and_put_back(house, known, intruder, "health", "violence", choice=choice)
    if integrated:
        integrate(house.work(), house.server.signer)
    write(house, berta, known, entry("Asthma", "health"))
    assert readers(house, "health") == {"beratung"}
    assert alarms(house, consent)
    assert texts(read(house, frieda, known)) == []


def test_at_a_turn(house: House, known: Known, intruder: Intruder) -> None:
    berta = house.actor("berta", "beratung")
    write(house, berta, known, entry("Gewalt"))
    consent = taken_back_and_put_back(house, known, intruder, "violence")
    work = house.work()
    drawer = work.session.scalars(select(Drawer).where(Drawer.category == "violence")).one()
    change(work, drawer, turn_due=work.clock.now())
    work.finish()
    write(house, berta, known, entry("später"))
    assert readers(house, "violence") == {"beratung"}
    assert alarms(house, consent)


def test_at_a_grant_that_is_put_back_too(house: House, known: Known, intruder: Intruder) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    write(house, berta, known, entry("Adresse", "whereabouts"))
    consent = consented(house, frieda, known, [frieda.unit], ["whereabouts"], [berta.unit])
    once = intruder.row(CONSENTS, consent.id)
    with house.sessions() as session:
        waiting = intruder.row(GRANTS, session.scalars(select(GrantDue.id)).one())
    settle(house.work(berta), berta)
    assert readers(house, "whereabouts") == {"beratung", "frauenhaus"}
    took_back(house, berta, known, consent.id)
    intruder.put_back(CONSENTS, once)
    intruder.put_back(GRANTS, waiting)
    settle(house.work(berta), berta)
    assert readers(house, "whereabouts") == {"beratung"}
    assert alarms(house, consent)


def test_at_the_sending_of_a_card(house: House, known: Known, intruder: Intruder) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    consented(house, berta, known, [shelter], ["identity"])  # she is still a reader
    consent = taken_back_and_put_back(house, known, intruder, "identity")
    work = house.work(berta)
    work.session.execute(delete(NameCard))
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    drawer = own_drawer(given.gathered, berta.unit, "identity")
    assert drawer is not None
    key_of(work, drawer)
    renew_cards(work, given)
    trace(work, given, Deeds())
    work.finish()
    with house.sessions() as session:
        cards = session.scalars(select(NameCard.consent_id).where(NameCard.unit_id == shelter))
        assert consent.id not in set(cards)
    assert alarms(house, consent)


def test_after_it_was_withdrawn_while_its_row_was_forged(
    house: House, known: Known, intruder: Intruder
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    consent = consented(house, berta, known, [shelter], ["health"])
    once = intruder.row(CONSENTS, consent.id)
    intruder.put_back(CONSENTS, once | {"language": "xx"})
    took_back(house, berta, known, consent.id)
    intruder.put_back(CONSENTS, once)
    write(house, berta, known, entry("Asthma", "health"))
    assert readers(house, "health") == {"beratung"}


@pytest.mark.parametrize("by", ["herself", "a wall"])
def test_an_emergency_that_is_put_back_opens_nothing_at_a_turn(
    house: House, known: Known, intruder: Intruder, by: str
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    write(house, berta, known, entry("Asthma", "health"))
    emergency = declared(house, frieda, known, "health").id
    once = intruder.row(EMERGENCIES, emergency)
    work = house.work(frieda)
    if by == "herself":
        assert isinstance(end_emergency(work, frieda, known.id, emergency), Done)
    else:
        lea = house.actor("lea", "frauenhaus")
        work = house.work(lea)
        assert isinstance(record_wall(work, lea, known.id, frieda.staff), Done)
    work.finish()
    intruder.put_back(EMERGENCIES, once)
    write(house, berta, known, entry("später", "health"))
    with house.sessions() as session:
        kinds = set(session.scalars(select(Envelope.reader)))
    assert "staff" not in kinds
    found = {"table": "emergency_accesses", "row": str(emergency)}
    assert found in [each["details"] for each in log(house) if each["act"] == Act.ALARM_SEAL]


def test_what_was_taken_back_in_part_opens_the_rest(house: House, known: Known) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    consent = consented(house, berta, known, [shelter], ["health", "violence", "family"])
    took_back(house, berta, known, consent.id, HEALTH)
    took_back(house, berta, known, consent.id, Choice(categories=frozenset({"family"})))
    write(house, berta, known, entry("Gewalt"), entry("Asthma", "health"))
    assert readers(house, "violence") == {"beratung", "frauenhaus"}
    assert readers(house, "health") == {"beratung"}
    assert not alarms(house, consent)
