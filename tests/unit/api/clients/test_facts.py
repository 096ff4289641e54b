from collections.abc import Mapping
from typing import Any

import pytest

from caseflow.vocabulary.questions.answer_types import Kind
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House, configuration
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

# What is sent comes back as it was sent: for each kind of answer its JSON.
VALUES: Mapping[str, object] = {
    "form_of_address": "Frau Öztürk\nmit Ü",
    "goals": ["eine Wohnung", "Ruhe"],
    "children": [{"first_name": "Deniz", "born": "2018-03-04"}, {"lives_with": "ihr"}],
    "anonymity_wish": False,
    "reading_help": "unknown",
    "gender": "female",
    "safe_contact_rules": ["call_ok", "number_hidden"],
    "deadlines": ["2026-03-09", "2026-04-01"],
    "in_germany_since": 2019,
    "household": 3,
    "own_fear": 0,
    "nationality": ["TR", "DE"],
    "mother_tongue": ["tr", "Plattdeutsch"],
    "reference_occupation": "43104",
    "event_ref": "Vorgang 7",
    "birth_date": "1990-03-04",
    "birth_place": {"text": "Unna", "country": "DE"},
    "email": {"text": "a@example.org", "private": True},
    "residence_title": {"choice": "residence_permit", "until": "2026-12-31"},
}


def put(value: object = None, state: str = "answered") -> dict[str, object]:
    """Return what is sent with an answer."""
    body: dict[str, object] = {"unit": "beratung", "state": state}
    return body if value is None else {**body, "value": value}


def told(program: Program, made: Storied) -> dict[str, Any]:
    """Return her answers by question."""
    facts = program.get(f"/clients/{made.id}/story").get_json()["facts"]
    return {each["question"]: each for each in facts}


def test_every_kind_of_answer_comes_back_as_it_was_sent(berta: Program, made: Storied) -> None:
    questions = configuration().catalogue
    about = {"unit": "beratung", "question": "evidence", "title": "Brief", "kind": "letter"}
    address = f"/clients/{made.id}/documents"
    document = berta.send("POST", address, {**about, "dated": "2026-03-01"}).get_json()["id"]
    evidence = {"list": ["bei ihr"], "file": [{"document": document, "title": "Brief"}]}
    assert told(berta, made)["evidence"]["value"] == {"file": evidence["file"]}
    values = {**VALUES, "evidence": evidence}
    kinds = {part.kind for key in values for part in questions.by_key[key].type.parts}
    assert kinds == set(Kind)
    sent: Mapping[str, object] = values
    for _ in ("as it was sent", "as it came back"):
        for question, value in sent.items():
            answer = berta.send("PUT", f"/clients/{made.id}/facts/{question}", put(value))
            assert answer.status_code == 200, (question, answer.text)
        found = told(berta, made)
        assert {question: found[question]["value"] for question in values} == values
        sent = {question: found[question]["value"] for question in values}


def test_a_further_answer_is_a_further_version(berta: Program, made: Storied, house: House) -> None:
    address = f"/clients/{made.id}/facts/household"
    first = berta.send("PUT", address, put(2))
    assert (first.status_code, first.headers["ETag"]) == (200, '"1"')
    assert first.get_json().keys() == {"id", "version"}
    assert "fact.write" in acts_of(house, first)
    second = berta.send("PUT", address, put(3))
    assert second.get_json() == {"id": first.get_json()["id"], "version": 2}


def test_who_names_a_version_changes_no_other(berta: Program, made: Storied) -> None:
    address = f"/clients/{made.id}/facts/household"
    assert berta.send("PUT", address, put(2), {"If-Match": '"0"'}).status_code == 200
    stale = berta.send("PUT", address, put(3), {"If-Match": '"0"'})
    assert (stale.status_code, stale.headers["ETag"]) == (409, '"1"')
    assert stale.get_json()["version"] == 1
    assert berta.send("PUT", address, put(3), {"If-Match": '"1"'}).status_code == 200
    wrong = errors(berta, "PUT", address, put(3), headers={"If-Match": "x"})
    assert wrong.keys() == {"If-Match"}


@pytest.mark.parametrize("state", ["withheld", "unknown"])
def test_what_she_does_not_say_or_know_has_no_value(
    berta: Program, made: Storied, state: str
) -> None:
    address = f"/clients/{made.id}/facts/own_fear"
    assert berta.send("PUT", address, put(state=state)).status_code == 200
    fact = told(berta, made)["own_fear"]
    assert (fact["state"], fact["value"]) == (state, None)
    assert errors(berta, "PUT", address, put(3, state)).keys() == {"value"}


@pytest.mark.parametrize(
    ("question", "body", "field"),
    [
        ("bogus", put(1), "question"),
        ("own_fear", put(11), "value"),
        ("own_fear", put(), "value"),
        ("own_fear", put([]), "value"),
        ("own_fear", put({"scale": {"deep": 1}}), "value"),
        ("own_fear", put(3, "not_asked"), "state"),
        ("own_fear", {"unit": "beratung"}, "state"),
        ("residence_title", put({"choice": "bogus"}), "value.choice"),
        ("residence_title", put({"bogus": 1}), "value"),
        ("own_fear", {**put(3), "told_on": "2026-03-01"}, "told_on"),
    ],
)
def test_what_is_wrong_is_named_where_it_was_sent(
    berta: Program, made: Storied, question: str, body: dict[str, object], field: str
) -> None:
    found = errors(berta, "PUT", f"/clients/{made.id}/facts/{question}", body)
    assert found.keys() == {field}


def test_closed_is_as_if_she_never_was(ida: Program, made: Storied) -> None:
    body = {**put(3), "unit": "wohnen"}
    for question in ("own_fear", "bogus"):
        assert_unknown_alike(ida, "PUT", f"/clients/{{}}/facts/{question}", made.id, body)


def test_sent_twice_it_is_written_once(berta: Program, made: Storied) -> None:
    address, key = f"/clients/{made.id}/facts/household", {"Idempotency-Key": "one"}
    first, second = (berta.send("PUT", address, put(3), key) for _ in range(2))
    assert first.data == second.data
    assert second.headers["ETag"] == '"1"'
    assert errors(berta, "PUT", address, put(4), headers=key).keys() == {"Idempotency-Key"}
