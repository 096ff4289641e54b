import pytest
from flask import Flask, request

from caseflow.http.programs import bearer_token, of_program, unit_asked


@pytest.mark.parametrize(("address", "found"), [("/api/v1/units", True), ("/apis", False)])
def test_the_address_says_whether_a_program_asks(address: str, found: object) -> None:
    with Flask("x").test_request_context(address):
        assert of_program() is found


@pytest.mark.parametrize(
    ("header", "token"),
    [
        ("Bearer abc", "abc"),
        ("bearer  abc ", "abc"),
        ("Basic abc", None),
        ("Bearer ", None),
        ("", None),
    ],
)
def test_only_a_bearer_token_is_one(header: str, token: str | None) -> None:
    with Flask("x").test_request_context(headers={"Authorization": header, "Cookie": "caseflow=x"}):
        assert bearer_token(request) == token


def test_the_unit_is_named_by_its_slug() -> None:
    with Flask("x").test_request_context(headers={"Caseflow-Unit": " wohnen "}):
        assert unit_asked(request) == "wohnen"
    with Flask("x").test_request_context():
        assert unit_asked(request) is None
