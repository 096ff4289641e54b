import pytest
from flask import Flask, Response

from caseflow.api.fhir import asked_release, fhir_response
from caseflow.vocabulary.fhir import Release


@pytest.mark.parametrize(
    ("accept", "release"),
    [
        ("", None),
        ("application/json", None),
        ("application/fhir+json", Release.R4),
        ("application/fhir+json; fhirVersion=4.0", Release.R4),
        ("text/html, application/fhir+json;fhirVersion=5.0;q=0.9", Release.R5),
        ('application/fhir+json; fhirversion="5.0"', Release.R5),
    ],
)
def test_the_release_is_read_off_accept(app: Flask, accept: str, release: Release | None) -> None:
    with app.test_request_context(headers={"Accept": accept}):
        assert asked_release() is release


def test_a_release_that_is_not_there_is_not_answered_in_another(app: Flask) -> None:
    with app.test_request_context(headers={"Accept": "application/fhir+json; fhirVersion=3.0"}):
        answer = asked_release()
        assert isinstance(answer, Response)
        assert (answer.status_code, answer.content_type) == (406, "application/problem+json")


def test_the_answer_says_its_release() -> None:
    answer = fhir_response({"resourceType": "Bundle"}, Release.R5)
    assert answer.headers["Content-Type"] == "application/fhir+json; fhirVersion=5.0"
