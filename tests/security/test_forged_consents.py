"""Whoever can write to the database, with an accomplice who logs in, makes no consent."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Table

from caseflow.database.tables.consents import Consent
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.house import House, StoppedClock
from tests.security.intruder import Intruder
from tests.security.probes import alarms
from tests.unit.vault.reading import read, texts

TABLE = Consent.__table__
assert isinstance(TABLE, Table)
CONSENTS: Table = TABLE


@pytest.fixture
def intruder(house: House) -> Iterator[Intruder]:
    somebody = Intruder(house.engine.url.render_as_string(hide_password=False))
    yield somebody
    somebody.close()


@pytest.fixture
def known(house: House) -> Known:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    client = new_client(house, berta)
    write(house, berta, client, entry("Gewalt"), entry("Allergie", "health"))
    case_at(house, frieda, client)
    case_at(house, house.actor("wanda", "wohnen"), client)
    return client


def seen(house: House, known: Known) -> dict[str, list[str]]:
    """Return what the accomplices in the two other units read."""
    readers = {"frieda": "frauenhaus", "wanda": "wohnen"}
    return {
        name: texts(read(house, house.actor(name, slug), known)) for name, slug in readers.items()
    }


def test_a_consent_put_in_by_hand_opens_nothing(
    house: House, known: Known, intruder: Intruder
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    other = new_client(house, berta)
    row = intruder.row(CONSENTS, consented(house, berta, other, [shelter], ["violence"]).id)
    before = alarms(house)
    intruder.add(CONSENTS, **(row | {"client_id": known.id, "id": known.id}))
    assert seen(house, known) == {"frieda": [], "wanda": []}
    assert alarms(house) > before


def _until(row: dict[str, Any]) -> dict[str, Any]:
    return {"valid_until": row["valid_until"] + timedelta(days=3650)}


WIDENED: dict[str, Callable[[House, dict[str, Any]], dict[str, Any]]] = {
    "categories": lambda _house, _row: {"categories": ("family", "health", "violence")},
    "receivers": lambda house, row: {"to_units": (*row["to_units"], house.units["wohnen"])},
    "exclusions": lambda _house, _row: {"exclusions": ()},
    "purposes": lambda _house, row: {"purposes": (*row["purposes"], "statistics")},
    "period": lambda _house, row: _until(row),
}


@pytest.mark.parametrize("how", sorted(WIDENED))
def test_a_widened_consent_opens_nothing_at_all_and_is_found_out(
    house: House, known: Known, intruder: Intruder, how: str
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    offered = offer([berta.unit], [shelter], "violence", "health", refused=[(shelter, "health")])
    consent = agreed(house, berta, known, declaration(offered)).id
    assert seen(house, known) == {"frieda": ["Gewalt"], "wanda": []}
    before, row = alarms(house), intruder.row(CONSENTS, consent)
    intruder.put_back(CONSENTS, row | WIDENED[how](house, row))
    assert seen(house, known) == {"frieda": [], "wanda": []}
    assert alarms(house) > before


def test_what_expired_is_not_brought_back_by_a_later_day(
    house: House, known: Known, intruder: Intruder, clock: StoppedClock
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    consent = consented(house, berta, known, [shelter], ["violence"])
    clock.advance(timedelta(days=366))
    assert seen(house, known)["frieda"] == []
    row = intruder.row(CONSENTS, consent.id)
    intruder.put_back(CONSENTS, row | _until(row))
    assert seen(house, known)["frieda"] == []


def test_a_withdrawal_struck_out_opens_nothing_and_is_found_out(
    house: House, known: Known, intruder: Intruder
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    consent = consented(house, berta, known, [shelter], ["violence"])
    took_back(house, berta, known, consent.id)
    before, row = alarms(house), intruder.row(CONSENTS, consent.id)
    intruder.put_back(CONSENTS, row | {"withdrawn_at": None})
    assert seen(house, known)["frieda"] == []
    assert alarms(house) > before


def test_a_consent_put_back_as_it_once_was_finds_the_drawer_turned(
    house: House, known: Known, intruder: Intruder
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    consent = consented(house, berta, known, [shelter], ["violence"])
    once = intruder.row(CONSENTS, consent.id)
    assert seen(house, known)["frieda"] == ["Gewalt"]
    took_back(house, berta, known, consent.id)
    before = alarms(house)
    intruder.put_back(CONSENTS, once)
    assert seen(house, known)["frieda"] == []
    assert alarms(house) > before
