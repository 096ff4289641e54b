"""A lead proposes over the interface, the officer agrees; then nobody can tell her from nobody."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from flask import Flask

from caseflow.api.erasures import Erasure, NewErasure
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.retention import WHY
from tests.factories.tokens import made as made_token

if TYPE_CHECKING:
    from werkzeug.test import TestResponse


@pytest.fixture
def lea(app: Flask) -> Program:
    return Program(app, "lea", "beratung")


def asked(**changed: object) -> dict[str, object]:
    return {"unit": "beratung", "ground": "wish", "text": WHY, **changed}


def test_the_shapes_are_fixed() -> None:
    assert set(NewErasure().fields) == {"unit", "file_of", "ground", "text"}
    assert set(Erasure().fields) == {
        "id",
        "client",
        "file_of",
        "ground",
        "state",
        "run",
        "proposed_by",
        "proposed_at",
        "answered_by",
        "answered_at",
        "erased_at",
        "whole",
        "drawers",
        "envelopes",
        "pieces",
        "complete_on",
        "answerable",
        "withdrawable",
        "told_before",
    }


def test_proposed_agreed_to_and_recorded(lea: Program, olga: Program, client: UUID) -> None:
    taken_back = lea.send("POST", f"/clients/{client}/erasures", asked()).get_json()["id"]
    assert olga.send("POST", f"/erasures/{taken_back}/withdrawal").status_code == 409
    assert lea.send("POST", f"/erasures/{taken_back}/withdrawal").status_code == 204
    assert olga.get(f"/erasures/{taken_back}").get_json()["state"] == "withdrawn"
    made = lea.send("POST", f"/clients/{client}/erasures", asked(file_of="beratung"))
    assert made.status_code == 201, made.text
    erasure = made.get_json()["id"]
    [waits] = lea.get("/erasures").get_json()["items"]
    assert (waits["id"], waits["file_of"], waits["answerable"]) == (erasure, "beratung", False)
    agreement = f"/erasures/{erasure}/agreement"
    assert lea.send("POST", agreement, {"agreed": True}).status_code == 409
    agreed = olga.send("POST", agreement, {"agreed": True})
    assert agreed.get_json() == {"id": erasure, "agreed": True}
    record = olga.get(f"/erasures/{erasure}").get_json()
    assert (record["state"], record["whole"], record["complete_on"]) == (
        "done",
        True,
        "2026-03-16",
    )
    paper = olga.send("GET", f"/erasures/{erasure}", headers={"Accept": "application/pdf"})
    assert paper.data.startswith(b"%PDF")
    assert lea.get(f"/erasures/{erasure}").status_code == 404
    assert lea.get("/erasures").get_json() == {"items": []}


def test_an_erased_client_is_answered_like_one_who_was_never_there(
    lea: Program, olga: Program, client: UUID
) -> None:
    made = lea.send("POST", f"/clients/{client}/erasures", asked())
    agreement = f"/erasures/{made.get_json()['id']}/agreement"
    assert olga.send("POST", agreement, {"agreed": True}).status_code == 200

    def story(who: UUID) -> "TestResponse":
        return lea.get(f"/clients/{who}/story")

    def proposal(who: UUID) -> "TestResponse":
        return lea.send("POST", f"/clients/{who}/erasures", asked())

    assert is_as_unknown(story, client)
    assert is_as_unknown(proposal, client)


@pytest.mark.parametrize("address", ["/erasures/{}/agreement", "/retention/runs/{}/agreement"])
def test_no_program_by_itself_is_the_second_person(app: Flask, house: House, address: str) -> None:
    program = Program(app)
    program.headers["Authorization"] = f"Bearer {made_token(house, 'olga', 'datenschutz').token}"
    assert program.get("/erasures").status_code == 200
    answer = program.send("POST", address.format(uuid4()), {"agreed": True})
    assert answer.status_code == 403, answer.text
    assert answer.get_json()["type"] == "urn:caseflow:problem:token_not_enough"


def test_what_cannot_be_is_named_and_a_unit_that_is_none_too(lea: Program, client: UUID) -> None:
    wrong = lea.send("POST", f"/clients/{client}/erasures", asked(ground="because"))
    assert wrong_fields(wrong) == {"ground"}
    nowhere = lea.send("POST", f"/clients/{client}/erasures", asked(file_of="nowhere"))
    assert wrong_fields(nowhere) == {"unit"}
