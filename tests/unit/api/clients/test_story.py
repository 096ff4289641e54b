import pytest
from flask import Flask
from sqlalchemy import event

from caseflow.database.tables.records import Entry
from tests.factories.application import application
from tests.factories.budgets import narrow
from tests.factories.clients import new_client
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied, told_elsewhere
from tests.factories.programs import Program
from tests.unit.records.desk_work import damage

PARTS = {"summary", "entries", "facts", "goals", "documents", "appointments", "damaged"}


def test_the_story_has_each_piece_with_where_it_comes_from(
    frieda: Program, made: Storied, house: House
) -> None:
    answer = frieda.get(f"/clients/{made.id}/story", unit="frauenhaus", purpose="case_work")
    story = answer.get_json()
    assert (answer.status_code, story.keys()) == (200, PARTS)
    assert acts_of(house, answer).count("story.read") == 1
    origin = {"unit", "category", "basis", "version"}
    [paragraph] = story["summary"]
    assert paragraph.keys() == origin | {"id", "text", "approved_on", "not_so"}
    assert [each["occurred_on"] for each in story["entries"]] == [
        "2025-11-14",
        "2026-02-03",
        "2026-02-20",
    ]
    entry = story["entries"][0]
    copies = {"id", "copied", "copyable", "not_so"}
    assert entry.keys() == origin | copies | {"occurred_on", "kind", "fields", "author"}
    assert entry["id"] == str(made.entry)
    assert entry["fields"]["title"] == "Vorfall am Abend"
    assert (entry["author"], entry["unit"]) == ("Berta", "beratung")
    fact = next(each for each in story["facts"] if each["question"] == "residence_title")
    assert fact.keys() == origin | copies | {"question", "state", "value", "told_on"}
    assert fact["value"] == {"choice": "residence_permit", "until": "2026-12-31"}
    [goal] = story["goals"]
    assert goal.keys() == origin | {"id", "title", "state", "set_on", "steps"}
    assert [each["text"] for each in goal["steps"]] == ["Antrag gestellt"]


def test_two_units_that_were_told_different_things_are_both_shown(
    frieda: Program, made: Storied, house: House
) -> None:
    told_elsewhere(house, made.id)
    facts = frieda.get(f"/clients/{made.id}/story").get_json()["facts"]
    told = {each["unit"]: each for each in facts if each["question"] == "danger_now"}
    assert {unit: each["value"] for unit, each in told.items()} == {
        "beratung": "yes",
        "frauenhaus": "no",
    }
    assert told["frauenhaus"]["basis"]["kind"] == "own_unit"


def test_a_purpose_that_she_has_not_agreed_to_opens_nothing_of_others(
    frieda: Program, made: Storied
) -> None:
    answer = frieda.get(f"/clients/{made.id}/story", purpose="safety")
    assert answer.status_code == 200
    assert answer.get_json() == {part: [] for part in PARTS}


def test_a_purpose_that_nobody_knows_is_told_so_where_she_is_open(
    frieda: Program, ida: Program, made: Storied
) -> None:
    address = f"/clients/{made.id}/story"
    assert errors(frieda, "GET", address, query={"purpose": "x"}).keys() == {"purpose"}
    closed = ida.get(address, purpose="x")
    assert closed.status_code == 404
    assert closed.data == ida.get(address).data


def test_whoever_opens_very_many_is_told_how_long_to_wait(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow(house, monkeypatch, clients=2)
    berta = Program(application(house), "berta", "beratung")
    known = [new_client(house, house.actor("berta", "beratung")) for _ in range(3)]
    answers = [berta.get(f"/clients/{each.id}/story") for each in (*known, known[0])]
    assert [each.status_code for each in answers] == [200, 200, 429, 200]
    assert answers[2].headers["Retry-After"] == "3600"
    assert answers[2].get_json()["type"] == "urn:caseflow:problem:too_many"


def test_closed_is_as_if_she_never_was(ida: Program, made: Storied) -> None:
    assert_unknown_alike(ida, "GET", "/clients/{}/story", made.id)


def test_intake_reads_facts_and_summary_and_no_entries_or_goals(
    ida: Program, made: Storied
) -> None:
    ida.send("POST", "/clients/lookup", {"unit": "wohnen", "code": made.code})
    ida.send("POST", f"/clients/{made.id}/cases", {"unit": "wohnen"})
    told = {"unit": "wohnen", "state": "answered", "value": "Amal"}
    assert ida.send("PUT", f"/clients/{made.id}/facts/client_name", told).status_code == 200
    story = ida.get(f"/clients/{made.id}/story").get_json()
    assert [each["question"] for each in story["facts"]] == ["client_name"]
    assert (story["entries"], story["goals"]) == ([], [])


def test_a_damaged_piece_is_named_and_the_others_stay(
    frieda: Program, made: Storied, house: House
) -> None:
    damage(house, Entry, "text")
    story = frieda.get(f"/clients/{made.id}/story").get_json()
    assert story["entries"] == []
    assert story["goals"] != []
    assert {each["kind"] for each in story["damaged"]} == {"entries"}
    assert {each["category"] for each in story["damaged"]} == {"violence", "family", "health"}


def test_a_closed_case_opens_with_a_reason(app: Flask, made: Storied) -> None:
    lead = Program(app, "lea", "beratung")
    case = next(
        each["basis"]["id"] for each in lead.get(f"/clients/{made.id}").get_json()["drawers"]
    )
    assert lead.send("POST", f"/cases/{case}/closure", {}).status_code == 200
    address = f"/clients/{made.id}/story"
    assert errors(lead, "GET", address).keys() == {"reason"}
    assert lead.get(address, reason="Sie hat angerufen.").get_json()["entries"] != []


@pytest.mark.parametrize("part", ["", "/story", "/intake"])
def test_the_units_are_named_in_one_statement(
    frieda: Program, made: Storied, house: House, part: str
) -> None:
    statements: list[str] = []
    event.listen(house.engine, "before_cursor_execute", lambda *said: statements.append(said[2]))
    assert frieda.get(f"/clients/{made.id}{part}").status_code == 200
    assert sum("FROM units ORDER BY" in " ".join(each.split()) for each in statements) == 1
