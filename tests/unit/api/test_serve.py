from uuid import uuid4

from flask import Flask

from tests.factories.programs import Program

ENTRY = {
    "unit": "beratung",
    "category": "violence",
    "occurred_on": "2026-03-01",
    "kind": "note",
    "fields": {"title": "Anruf"},
}


def new_client(program: Program) -> str:
    return str(program.send("POST", "/clients", {"unit": "beratung"}).get_json()["id"])


def test_what_cannot_be_read_is_a_bad_request(berta: Program) -> None:
    answer = berta.client.post(
        "/api/v1/clients", data=b"{", headers=berta.headers, base_url="http://127.0.0.1:8000"
    )
    assert answer.status_code == 400


def test_a_unit_named_inside_must_be_the_one_that_acts(berta: Program) -> None:
    closed = f"/clients/{uuid4()}/entries"
    assert berta.send("POST", closed, {**ENTRY, "unit": "wohnen"}).status_code == 400
    assert berta.send("POST", closed, {**ENTRY, "unit": ["beratung"]}).status_code == 400


def test_closed_comes_before_what_is_wrong_with_the_content(berta: Program) -> None:
    wrong = {"unit": "beratung", "more": 1}
    closed = berta.send("POST", f"/clients/{uuid4()}/entries", wrong)
    assert closed.status_code == 404
    assert closed.data == berta.send("POST", f"/clients/{uuid4()}/entries", ENTRY).data
    assert berta.send("POST", f"/clients/{new_client(berta)}/entries", wrong).status_code == 422


def test_the_role_comes_before_what_is_wrong_with_the_content(app: Flask) -> None:
    intake = Program(app, "ida")
    client = intake.send("POST", "/clients", {"unit": "wohnen"}).get_json()["id"]
    for body in ({**ENTRY, "unit": "wohnen"}, {"unit": "wohnen"}):
        assert intake.send("POST", f"/clients/{client}/entries", body).status_code == 403


def test_a_change_names_its_version(berta: Program) -> None:
    client = new_client(berta)
    entry = berta.send("POST", f"/clients/{client}/entries", ENTRY)
    address, tag = f"/entries/{entry.get_json()['id']}", entry.headers["ETag"]
    change = {"fields": {"text": "neu"}}
    assert berta.send("PATCH", address, change).status_code == 428
    assert berta.send("PATCH", f"/entries/{uuid4()}", change).status_code == 404
    changed = berta.send("PATCH", address, change, {"If-Match": tag})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    late = berta.send("PATCH", address, change, {"If-Match": tag})
    assert (late.status_code, late.get_json()["version"]) == (409, 2)


def test_fields_are_named_with_sentences_in_the_readers_language(berta: Program) -> None:
    berta.headers["Accept-Language"] = "de"
    body = {**ENTRY, "occurred_on": "31.06.2022", "more": 1}
    errors = berta.send("POST", f"/clients/{new_client(berta)}/entries", body).get_json()["errors"]
    assert errors == {"more": ["Es wurde etwas gesendet, wonach hier nicht gefragt wird."]}
    del body["more"]
    errors = berta.send("POST", f"/clients/{new_client(berta)}/entries", body).get_json()["errors"]
    assert errors == {"occurred_on": ["31.06.2022 gibt es nicht: Der Monat hat nur 30 Tage."]}


def test_a_call_says_which_of_its_fields_name_the_acting_unit(app: Flask) -> None:
    officer = Program(app, "olga")
    assert officer.get("/audit/entries", unit="beratung").status_code == 200
    sent = {"from_unit": "wohnen"}
    berta = Program(app, "berta")
    assert berta.send("POST", f"/clients/{uuid4()}/handovers", sent).status_code == 400
    assert berta.send("POST", f"/clients/{uuid4()}/handovers", {}).status_code == 404
