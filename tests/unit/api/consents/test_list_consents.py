from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from caseflow.api.consents.list_consents import ShownConsent
from caseflow.vocabulary.fhir import Release
from tests.factories.agreeing import agree, is_as_unknown, wrong_fields
from tests.factories.clients import Known, case_at
from tests.factories.fhir import checked
from tests.factories.house import House, StoppedClock
from tests.factories.programs import Program


def _listed(program: Program, client: UUID) -> list[dict[str, Any]]:
    answer = program.get(f"/clients/{client}/consents")
    assert answer.status_code == 200, answer.text
    assert answer.get_json()["next"] is None
    items: list[dict[str, Any]] = answer.get_json()["items"]
    return items


def test_the_shape_is_fixed() -> None:
    assert set(ShownConsent().fields) == {
        "id",
        "state",
        "pending_categories",
        "matrix",
        "parts",
        "declared_by",
        "recorded_in",
        "recorded_by",
        "recorded_at",
        "withdrawn_at",
    }


def test_the_recorder_sees_all_of_it(house: House, berta: Program, client: UUID) -> None:
    refused = [{"to_unit": "frauenhaus", "category": "family"}]
    consent = agree(berta, client, to_units=["frauenhaus", "wohnen"], refused=refused)
    [shown] = _listed(berta, client)
    assert (shown["id"], shown["state"]) == (consent, "active")
    assert shown["matrix"] == {
        "from_units": ["beratung"],
        "to_units": ["frauenhaus", "wohnen"],
        "categories": ["family", "identity"],
        "purposes": ["case_work"],
        "actions": ["view"],
        "refused": refused,
        "valid_from": "2026-03-02",
        "valid_until": "2026-12-31",
        "withdrawn": [],
    }
    assert (shown["recorded_in"], shown["recorded_by"]) == ("beratung", str(house.staff["berta"]))
    assert (shown["recorded_at"], shown["withdrawn_at"]) == ("2026-03-02T09:00:00Z", None)


def test_whoever_receives_sees_her_part_alone(
    house: House, berta: Program, frieda: Program, client: UUID
) -> None:
    refused = [{"to_unit": "frauenhaus", "category": "family"}]
    agree(berta, client, to_units=["frauenhaus", "wohnen"], refused=refused)
    case_at(house, house.actor("frieda", "frauenhaus"), Known(client, "x"))
    [shown] = _listed(frieda, client)
    assert shown["matrix"]["to_units"] == ["frauenhaus"]
    assert (shown["matrix"]["categories"], shown["matrix"]["refused"]) == (["identity"], [])
    assert len(shown["parts"]) == 1


def test_what_a_unit_gives_and_receives_stands_in_two_parts(
    house: House, berta: Program, frieda: Program, client: UUID
) -> None:
    both = ["beratung", "frauenhaus"]
    agree(berta, client, from_units=both, to_units=both)
    case_at(house, house.actor("frieda", "frauenhaus"), Known(client, "x"))
    [shown] = _listed(frieda, client)
    sides = [(part["from_units"], part["to_units"]) for part in shown["parts"]]
    assert sides == [(["frauenhaus"], both), (both, ["frauenhaus"])]
    assert (shown["matrix"]["from_units"], shown["matrix"]["to_units"]) == (both, both)


def test_what_was_taken_back_is_named(berta: Program, client: UUID) -> None:
    consent = agree(berta, client)
    part = {"categories": ["family"]}
    assert berta.send("POST", f"/consents/{consent}/withdrawal", part).status_code == 200
    [shown] = _listed(berta, client)
    assert shown["state"] == "partly_withdrawn"
    assert shown["matrix"]["withdrawn"] == [
        {"to_unit": "frauenhaus", "category": "family", "at": "2026-03-02T09:00:00Z"}
    ]


def test_they_come_page_by_page_the_newest_first(house: House, app: Flask, client: UUID) -> None:
    berta, clock = Program(app, "berta"), house.around.clock
    assert isinstance(clock, StoppedClock)
    made = []
    for _ in range(3):
        made.append(agree(berta, client))
        clock.advance(timedelta(minutes=1))
    first = berta.get(f"/clients/{client}/consents", limit=2).get_json()
    assert [each["id"] for each in first["items"]] == [made[2], made[1]]
    second = berta.get(f"/clients/{client}/consents", limit=2, cursor=first["next"]).get_json()
    assert [each["id"] for each in second["items"]] == [made[0]]
    assert second["next"] is None


def test_a_wrong_question_is_named_at_its_field(berta: Program, client: UUID) -> None:
    address = f"/clients/{client}/consents"
    assert wrong_fields(berta.get(address, cursor="x", limit=0)) == {"cursor", "limit"}
    assert wrong_fields(berta.get(address, more=1)) == {"more"}
    assert berta.get(address, unit="wohnen").status_code == 400


def test_closed_and_unknown_are_one(frieda: Program, client: UUID) -> None:
    assert is_as_unknown(lambda id_: frieda.get(f"/clients/{id_}/consents"), client)
    assert is_as_unknown(lambda id_: frieda.get(f"/clients/{id_}/consents", more=1), client)


def test_an_officer_lists_none(olga: Program, client: UUID) -> None:
    assert is_as_unknown(lambda id_: olga.get(f"/clients/{id_}/consents"), client)


@pytest.mark.parametrize("release", Release)
def test_as_fhir_they_come_all_at_once_to_whom_she_is_open(
    berta: Program, frieda: Program, client: UUID, release: Release
) -> None:
    consents = {agree(berta, client) for _ in range(2)}
    accept = {"Accept": f"application/fhir+json; fhirVersion={release}"}
    answer = berta.send("GET", f"/clients/{client}/consents", headers=accept, query={"limit": 1})
    assert answer.content_type == accept["Accept"]
    found = checked(answer.get_json(), release)["entry"]
    assert {each["resource"]["id"] for each in found} == consents
    assert is_as_unknown(
        lambda id_: frieda.send("GET", f"/clients/{id_}/consents", headers=accept), client
    )


def test_of_a_fhir_that_is_not_there_a_program_is_told(berta: Program, client: UUID) -> None:
    accept = {"Accept": "application/fhir+json; fhirVersion=1.0"}
    assert berta.send("GET", f"/clients/{client}/consents", headers=accept).status_code == 406
