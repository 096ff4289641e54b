from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from caseflow.api.consents.received import KeptConsents, ReceivedConsent
from tests.factories.agreeing import CONSENT, agree, is_as_unknown, wrong_fields
from tests.factories.clients import Known, entry, write
from tests.factories.house import House
from tests.factories.programs import Program
from tests.unit.consents.received.received import resource
from tests.unit.vault.reading import read, texts

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

DECLARED = {
    name: CONSENT[name]
    for name in CONSENT.keys() - {"from_units", "to_units", "categories", "purposes", "actions"}
}


@pytest.fixture
def sent(house: House, client: UUID) -> dict[str, Any]:
    """Return a consent of another system."""
    found = resource(house, Known(client, ""))
    found["provision"]["period"] = {"end": "2026-12-31"}
    return found


@pytest.fixture
def waits(berta: Program, client: UUID, sent: dict[str, Any]) -> str:
    """Return what waits for her word."""
    answer = berta.send("POST", f"/clients/{client}/received-consents", {"resource": sent})
    assert answer.status_code == 201, answer.text
    [found] = answer.get_json()["ids"]
    return str(found)


def _listed(program: Program, client: UUID) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.get(f"/clients/{client}/received-consents").get_json()[
        "items"
    ]
    return found


def test_the_shape_is_fixed() -> None:
    assert set(KeptConsents().fields) == {"ids"}
    assert set(ReceivedConsent().fields) == {
        *("id", "state", "matrix", "last_day", "received_by", "received_at"),
        *("answered_at", "consent"),
    }


def test_it_waits_and_opens_nothing(berta: Program, client: UUID, waits: str) -> None:
    [shown] = _listed(berta, client)
    assert (shown["id"], shown["state"], shown["last_day"]) == (waits, "waiting", "2026-12-31")
    assert shown["matrix"]["categories"] == ["health", "violence"]
    assert shown["matrix"]["refused"] == [{"to_unit": "frauenhaus", "category": "health"}]
    assert berta.get(f"/clients/{client}/consents").get_json()["items"] == []


def test_her_word_makes_it_a_consent(
    house: House, berta: Program, frieda: Program, client: UUID, waits: str
) -> None:
    her = Known(client, "")
    write(house, house.actor("berta", "beratung"), her, entry("Gewalt"))
    answer = berta.send("POST", f"/received-consents/{waits}/confirmation", DECLARED)
    assert (answer.status_code, answer.get_json()["state"]) == (201, "active")
    [shown] = _listed(berta, client)
    assert (shown["state"], shown["consent"]) == ("confirmed", answer.get_json()["id"])
    again = berta.send("POST", f"/received-consents/{waits}/confirmation", DECLARED)
    assert again.status_code == 409
    assert frieda.get(f"/clients/{client}/story").status_code == 404
    assert texts(read(house, house.actor("berta", "beratung"), her)) == ["Gewalt"]


def test_her_no_is_kept(berta: Program, client: UUID, waits: str) -> None:
    answer = berta.send("POST", f"/received-consents/{waits}/turning-down")
    assert (answer.status_code, answer.get_json()) == (200, {"id": waits})
    assert [each["state"] for each in _listed(berta, client)] == ["turned_down"]
    assert berta.send("POST", f"/received-consents/{waits}/turning-down").status_code == 409


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"resourceType": "Patient"}, {"resourceType"}),
        ({"status": "rejected"}, {"status"}),
        ({"provision": {"type": "permit"}}, {"provision.from_units", "provision.actions"}),
    ],
)
def test_what_is_not_understood_is_named(
    berta: Program, client: UUID, sent: dict[str, Any], changed: dict[str, Any], wrong: set[str]
) -> None:
    address = f"/clients/{client}/received-consents"
    answer = berta.send("POST", address, {"resource": {**sent, **changed}})
    assert wrong <= wrong_fields(answer)
    assert wrong_fields(berta.send("POST", address, {"resource": [sent]})) == {"resource"}
    assert _listed(berta, client) == []


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"notices_given": []}, {"notices_given"}),
        ({"valid_until": "2027-01-01"}, {"valid_until"}),
        ({"form": {"kind": "nod"}}, {"form.kind"}),
        ({"categories": ["family"]}, {"categories"}),
    ],
)
def test_how_she_declares_it_is_checked_as_ever(
    berta: Program, waits: str, changed: dict[str, Any], wrong: set[str]
) -> None:
    sent = {**DECLARED, **changed}
    answer = berta.send("POST", f"/received-consents/{waits}/confirmation", sent)
    assert wrong_fields(answer) == wrong


def test_whom_a_unit_does_not_know_it_receives_nothing_for(
    frieda: Program, berta: Program, client: UUID, waits: str, sent: dict[str, Any]
) -> None:
    def receives(her: UUID) -> "TestResponse":
        return frieda.send("POST", f"/clients/{her}/received-consents", {"resource": sent})

    def lists(her: UUID) -> "TestResponse":
        return frieda.get(f"/clients/{her}/received-consents")

    def confirms(one: UUID) -> "TestResponse":
        return frieda.send("POST", f"/received-consents/{one}/confirmation", DECLARED)

    def declines(one: UUID) -> "TestResponse":
        return frieda.send("POST", f"/received-consents/{one}/turning-down")

    def slips(one: UUID) -> "TestResponse":
        return frieda.send("POST", f"/received-consents/{one}/confirmation", {})

    agree(berta, client)
    assert all(is_as_unknown(ask, client) for ask in (receives, lists))
    assert all(is_as_unknown(ask, UUID(waits)) for ask in (confirms, declines, slips))
