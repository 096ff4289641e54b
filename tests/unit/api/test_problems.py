import pytest
from flask import Flask

from caseflow.api.problems import fault_problem, invalid_problem, refused_problem
from caseflow.http.faults import Fault
from caseflow.vocabulary.answers import Problem, Reason, Refused

GERMAN = {"Accept-Language": "de"}


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_is_a_problem(app: Flask, fault: Fault) -> None:
    with app.test_request_context("/api/v1/x", headers={"Accept-Language": "en"}):
        answer = fault_problem(fault)
    assert answer.content_type == "application/problem+json"
    told = answer.get_json()
    assert told.keys() == {"type", "title", "status", "detail"}
    assert told["status"] == answer.status_code


def test_a_missing_unit_is_the_programs_mistake(app: Flask) -> None:
    with app.test_request_context("/api/v1/x"):
        assert fault_problem(Fault.CHOOSE_UNIT).status_code == 400


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal_is_a_problem(app: Flask, reason: Reason) -> None:
    with app.test_request_context("/api/v1/x"):
        answer = refused_problem(Refused(reason))
    wanted = {"not_open": 404, "not_your_role": 403, "reason_needed": 422, "too_many": 429}
    assert answer.status_code == wanted.get(reason, 409)


def test_whoever_must_wait_is_told_how_long(app: Flask) -> None:
    with app.test_request_context("/api/v1/x"):
        assert refused_problem(Refused(Reason.TOO_MANY, 8)).headers["Retry-After"] == "8"


def test_each_field_has_its_sentences_in_the_readers_language(app: Flask) -> None:
    problems = [Problem("unit", "required"), Problem("unit", "unknown_unit"), Problem("", "empty")]
    with app.test_request_context("/api/v1/x", headers=GERMAN):
        told = invalid_problem(problems).get_json()
    assert told["errors"].keys() == {"unit", "body"}
    assert told["errors"]["unit"] == [
        "Füllen Sie dieses Feld aus.",
        "Diesen Bereich gibt es nicht.",
    ]
