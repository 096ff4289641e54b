from flask import Flask

from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

ENTRY = {
    "unit": "beratung",
    "category": "violence",
    "occurred_on": "2026-03-01",
    "kind": "note",
    "fields": {"title": "Anruf", "text": "Sie klang ruhig."},
}


def test_an_entry_is_read_with_its_version(frieda: Program, made: Storied, house: House) -> None:
    answer = frieda.get(f"/entries/{made.entry}", unit="frauenhaus")
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"1"')
    assert acts_of(house, answer).count("entry.read") == 1
    story = frieda.get(f"/clients/{made.id}/story").get_json()
    assert answer.get_json() == story["entries"][0]


def test_an_entry_is_written_and_changed_from_its_version(
    berta: Program, made: Storied, house: House
) -> None:
    written = berta.send("POST", f"/clients/{made.id}/entries", ENTRY)
    assert written.status_code == 201
    assert written.get_json().keys() == {"id", "version"}
    assert "entry.write" in acts_of(house, written)
    address = f"/entries/{written.get_json()['id']}"
    change = {"fields": {"title": "Rückruf"}, "occurred_on": "2026-02-28"}
    assert berta.send("PATCH", address, change).status_code == 428
    changed = berta.send("PATCH", address, change, {"If-Match": written.headers["ETag"]})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    stale = berta.send("PATCH", address, change, {"If-Match": written.headers["ETag"]})
    assert (stale.status_code, stale.get_json()["version"]) == (409, 2)
    found = berta.get(address).get_json()
    assert found["fields"] == {"title": "Rückruf", "text": "Sie klang ruhig."}
    assert (found["occurred_on"], found["kind"]) == ("2026-02-28", "note")


def test_closed_is_as_if_it_never_was(ida: Program, made: Storied) -> None:
    body = {**ENTRY, "unit": "wohnen"}
    assert_unknown_alike(ida, "POST", "/clients/{}/entries", made.id, body)
    assert_unknown_alike(ida, "GET", "/entries/{}", made.entry)
    assert_unknown_alike(ida, "PATCH", "/entries/{}", made.entry, {"fields": {"text": "x"}})


def test_an_entry_of_another_unit_is_read_and_not_changed(frieda: Program, made: Storied) -> None:
    assert_unknown_alike(frieda, "PATCH", "/entries/{}", made.entry, {"fields": {"text": "x"}})


def test_an_entry_in_a_closed_drawer_is_as_one_that_never_was(
    berta: Program, frieda: Program, made: Storied
) -> None:
    closed = {**ENTRY, "category": "finances"}
    entry = berta.send("POST", f"/clients/{made.id}/entries", closed).get_json()["id"]
    assert_unknown_alike(frieda, "GET", "/entries/{}", entry)


def test_intake_reads_and_writes_no_entries(app: Flask, ida: Program) -> None:
    client = ida.send("POST", "/clients", {"unit": "wohnen"}).get_json()["id"]
    body = {**ENTRY, "unit": "wohnen"}
    assert ida.send("POST", f"/clients/{client}/entries", body).status_code == 403
    written = Program(app, "wanda").send("POST", f"/clients/{client}/entries", body)
    address = f"/entries/{written.get_json()['id']}"
    assert ida.get(address).status_code == 403
    assert ida.get(address, bogus="1").status_code == 403
    change = ida.send("PATCH", address, {"fields": {"text": "x"}}, {"If-Match": '"1"'})
    assert change.status_code == 403


def test_every_problem_is_named(berta: Program, frieda: Program, made: Storied) -> None:
    address = f"/clients/{made.id}/entries"
    wrong = {**ENTRY, "category": "bogus", "occurred_on": "2027-01-01", "kind": "x", "fields": {}}
    assert errors(berta, "POST", address, wrong).keys() == {
        "category",
        "occurred_on",
        "kind",
        "text",
    }
    assert errors(berta, "POST", address, {**ENTRY, "fields": {"more": "x"}}).keys() == {
        "fields.more"
    }
    for program in (berta, frieda):
        found = errors(program, "GET", f"/entries/{made.entry}", query={"more": "x"})
        assert found.keys() == {"more"}


def test_sent_twice_it_is_written_once(berta: Program, made: Storied) -> None:
    address, key = f"/clients/{made.id}/entries", {"Idempotency-Key": "one"}
    first, second = (berta.send("POST", address, ENTRY, key) for _ in range(2))
    assert (first.data, first.headers["ETag"]) == (second.data, second.headers["ETag"])
    assert len(berta.get(f"/clients/{made.id}/story").get_json()["entries"]) == 4
