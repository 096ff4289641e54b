import pytest
from flask import Flask

from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.told_log import told


def test_an_unknown_address_is_a_problem_and_one_entry(app: Flask, house: House) -> None:
    program = Program(app, "berta")
    before = len(told(house))
    answer = program.get("/nothing/here")
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert len(told(house)) == before + 1


def test_a_method_that_is_not_known_names_those_that_are(app: Flask) -> None:
    answer = Program(app, "berta").send("PUT", "/units")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("unit", "status"), [(None, 400), ("wohnen", 400), ("beratung", 201), ("nowhere", 400)]
)
def test_a_request_acts_for_one_membership(app: Flask, unit: str | None, status: int) -> None:
    program = Program(app, "lea", unit)
    assert program.send("POST", "/clients", {"unit": "beratung"}).status_code == status


def test_nobody_logged_in_is_one_answer_whatever_is_asked(app: Flask) -> None:
    program = Program(app)
    answers = [program.get(f"/{each}") for each in ("units", "vocabulary")]
    assert {each.status_code for each in answers} == {401}
    assert answers[0].data == answers[1].data
    assert answers[0].headers["WWW-Authenticate"] == 'Bearer realm="caseflow"'


def test_the_pages_do_not_know_programs_and_keep_their_form_token(app: Flask) -> None:
    program = Program(app, "berta")
    page = program.client.get("/", headers=program.headers, base_url="http://127.0.0.1:8000")
    assert page.status_code == 303
    assert "/log-in" in page.headers["Location"]
