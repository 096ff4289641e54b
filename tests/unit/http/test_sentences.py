import pytest
from flask import Flask

from caseflow.http.sentences import ROLES, role_name, sentence
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Problem


def test_a_code_becomes_a_sentence_with_its_values(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        found = sentence(Problem("name", "too_long", {"most": "200"}))
    assert found == "This is too long: at most 200 characters."


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_unknown_code_is_still_a_sentence(app: Flask, language: str) -> None:
    with app.test_request_context(headers={"Accept-Language": language}):
        found = sentence(Problem("name", "never_heard_of"))
    assert found.endswith(".")
    assert "never_heard_of" not in found


def test_every_role_has_a_name(app: Flask) -> None:
    assert set(ROLES) == set(Role)
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert role_name(Role.LEAD) == "Leitung"
