from flask import Flask
from openapi_spec_validator import validate

from caseflow.api.calls import CALLS
from caseflow.api.openapi import describe
from tests.factories.programs import Program

DOCUMENT = describe(CALLS)


def test_the_document_is_valid() -> None:
    validate(DOCUMENT)
    assert DOCUMENT["openapi"] == "3.1.0"


def test_it_names_every_call_of_the_house_and_no_other(app: Flask) -> None:
    served = {
        (rule.rule.removeprefix("/api/v1"), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint.startswith("api.") and rule.endpoint != "api.openapi"
    }
    assert {(call.address, call.method.lower()) for call in CALLS} == served
    named = {(path, method) for path, item in DOCUMENT["paths"].items() for method in item}
    assert len(named) == len(served)


def test_each_answer_is_described_by_the_schema_that_makes_it() -> None:
    change = DOCUMENT["paths"]["/entries/{entry}"]["patch"]
    assert change["responses"]["200"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Saved"
    }
    assert {"428", "409", "404", "401"} <= change["responses"].keys()
    assert {each["name"] for each in change["parameters"]} == {
        "entry",
        "Caseflow-Unit",
        "Idempotency-Key",
        "If-Match",
    }
    assert change["security"] == [{"token": []}]
    assert DOCUMENT["paths"]["/sessions"]["post"]["security"] == []


def test_text_and_bytes_are_said_to_be_what_they_are() -> None:
    for path, kind in (
        ("/audit/checkpoint", "text/plain"),
        ("/audit/tile/{path}", "application/octet-stream"),
    ):
        answers = DOCUMENT["paths"][path]["get"]["responses"]
        assert answers["200"]["content"] == {kind: {}}
    assert "content" not in DOCUMENT["paths"]["/sessions/current"]["delete"]["responses"]["204"]


def test_unknown_fields_are_said_to_be_refused() -> None:
    assert DOCUMENT["components"]["schemas"]["NewEntry"]["additionalProperties"] is False


def test_whoever_asks_gets_the_document_without_a_log_in(app: Flask) -> None:
    assert Program(app).get("/openapi.json").get_json() == DOCUMENT


def test_other_forms_that_accept_may_ask_for_are_named() -> None:
    for path in ("/clients/{client}/consents", "/audit/entries"):
        answers = DOCUMENT["paths"][path]["get"]["responses"]
        assert set(answers["200"]["content"]) == {"application/json", "application/fhir+json"}
        assert "406" in answers
    assert "406" not in DOCUMENT["paths"]["/clients"]["get"]["responses"]
