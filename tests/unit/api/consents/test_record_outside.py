"""A consent that names a partner outside, from its preview to its withdrawal."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from caseflow.database.tables.consents import Consent, GrantDue, Refusal
from caseflow.database.tables.drawers import Envelope
from tests.factories.agreeing import CONSENT, MATRIX, wrong_fields
from tests.factories.house import House
from tests.factories.partners import POLICE, cooperation_ended, partner, told_over
from tests.factories.programs import Program

OFFER = {**CONSENT, "actions": ["tell", "disclose"]}
del OFFER["to_units"]


@pytest.fixture
def police(house: House) -> UUID:
    return partner(house)


def outside(police: UUID, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of it
    return {**OFFER, "partner": str(police), **changed}


def recorded(berta: Program, client: UUID, body: dict[str, Any]) -> str:
    answer = berta.send("POST", f"/clients/{client}/consents", body)
    assert answer.status_code == 201, answer.text
    assert answer.get_json()["state"] == "active"
    return str(answer.get_json()["id"])


def test_it_is_recorded_and_no_key_moves(
    house: House, berta: Program, client: UUID, police: UUID
) -> None:
    no = {"partner": str(police), "category": "family"}
    consent = recorded(berta, client, outside(police, refused=[no]))
    with house.sessions() as session:
        row = session.scalars(select(Consent)).one()
        refusal = session.scalars(select(Refusal)).one()
        readers = set(session.scalars(select(Envelope.reader_id)))
        assert session.scalars(select(GrantDue)).all() == []
    assert (str(row.id), row.partner_id, row.to_units) == (consent, police, ())
    assert (refusal.partner_id, refusal.to_units, refusal.categories) == (police, (), ("family",))
    assert not readers & {police, house.units["frauenhaus"]}
    [shown] = berta.get(f"/clients/{client}/consents").get_json()["items"]
    assert shown["matrix"]["partner"] == str(police)
    assert shown["matrix"]["to_units"] == []
    assert shown["matrix"]["refused"] == [no]


def test_no_unit_sees_anything_by_it(
    berta: Program, frieda: Program, client: UUID, police: UUID
) -> None:
    recorded(berta, client, outside(police))
    assert frieda.get(f"/clients/{client}/story").status_code == 404
    assert frieda.get(f"/clients/{client}/consents").status_code == 404


def test_the_preview_tells_of_nobody_of_ours(berta: Program, client: UUID, police: UUID) -> None:
    query = {name: OFFER[name] for name in MATRIX if name in OFFER}
    answer = berta.get(
        f"/clients/{client}/consents/preview",
        **query,
        partner=str(police),
        refused=[f"{police}:family"],
    )
    assert answer.get_json() == {
        "partner": str(police),
        "units": [],
        "people": 0,
        "categories": ["identity"],
        "pending_categories": [],
        "opens": [],
    }


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"actions": ["view", "disclose"]}, {"actions"}),
        ({"actions": ["copy"]}, {"actions"}),
        ({"to_units": ["frauenhaus"]}, {"to_units", "partner"}),
        ({"partner": str(uuid4())}, {"partner"}),
        ({"categories": ["evidence"]}, {"categories"}),
        ({"refused": [{"to_unit": "frauenhaus", "category": "family"}]}, {"refused"}),
    ],
    ids=["view", "copy", "both", "unknown", "evidence", "another"],
)
def test_what_is_wrong_stands_at_its_field(
    berta: Program, client: UUID, police: UUID, changed: dict[str, Any], fields: set[str]
) -> None:
    answer = berta.send("POST", f"/clients/{client}/consents", outside(police, **changed))
    assert wrong_fields(answer) == fields


def test_neither_is_named_at_both_fields(berta: Program, client: UUID) -> None:
    answer = berta.send("POST", f"/clients/{client}/consents", OFFER)
    assert wrong_fields(answer) == {"to_units", "partner"}


def test_an_ended_partner_cannot_be_named(
    house: House, berta: Program, client: UUID, police: UUID
) -> None:
    past = told_over(house)
    cooperation_ended(house, police)
    for each in (police, past):
        answer = berta.send("POST", f"/clients/{client}/consents", outside(each))
        assert wrong_fields(answer) == {"partner"}
    words = berta.get("/partners").get_json()["items"]
    assert words == []


def test_the_vocabulary_names_the_running_ones(berta: Program, police: UUID) -> None:
    word = {"id": str(police), "label": POLICE.name, "kind": POLICE.kind}
    assert berta.get("/partners").get_json()["items"] == [word]
    assert berta.get("/vocabulary").get_json()["partners"] == [word]


def test_a_refusal_to_a_partner_is_recorded(
    house: House, berta: Program, client: UUID, police: UUID
) -> None:
    no = {"categories": ["health"], "purposes": ["case_work"], "language": "de"}
    address = f"/clients/{client}/refusals"
    assert wrong_fields(berta.send("POST", address, no)) == {"to_units", "partner"}
    answer = berta.send("POST", address, {**no, "partner": str(police)})
    assert answer.status_code == 201
    with house.sessions() as session:
        assert session.scalars(select(Refusal.partner_id)).one() == police


def test_it_is_taken_back_by_category_and_what_was_told_is_named(
    berta: Program, client: UUID, police: UUID
) -> None:
    consent = recorded(berta, client, outside(police))
    fact = {"unit": "beratung", "state": "answered", "value": "Samira"}
    assert berta.send("PUT", f"/clients/{client}/facts/client_name", fact).status_code == 200
    telling = {"consent": consent, "purpose": "case_work", "facts": ["client_name"]}
    assert berta.send("POST", f"/clients/{client}/disclosures", telling).status_code == 201
    part = berta.send("POST", f"/consents/{consent}/withdrawal", {"categories": ["family"]})
    [seen] = part.get_json()["seen"]
    assert (seen["partner"], seen["category"]) == (str(police), "identity")
    assert "unit" not in seen
    [shown] = berta.get(f"/clients/{client}/consents").get_json()["items"]
    assert shown["state"] == "partly_withdrawn"
    [gone] = shown["matrix"]["withdrawn"]
    assert (gone["partner"], gone["category"]) == (str(police), "family")
    assert berta.send("POST", f"/clients/{client}/disclosures", telling).status_code == 201
    berta.send("POST", f"/consents/{consent}/withdrawal", {})
    assert berta.send("POST", f"/clients/{client}/disclosures", telling).status_code == 409


def test_its_receipt_names_the_partner_as_a_third_party(
    berta: Program, client: UUID, police: UUID
) -> None:
    consent = recorded(berta, client, outside(police))
    receipt = berta.get(f"/consents/{consent}/receipt").get_json()["receipt"]
    [purpose] = receipt["pii_processing"]["purposes"]
    assert purpose["recipient_parties"] == []
    assert purpose["recipient_third_parties"] == [str(police)]
    party = receipt["party_identification"][-1]
    assert (party["party_id"], party["party_name"]) == (str(police), POLICE.name)
    assert (party["party_role"], party["party_type"]) == ("third party", "police")
