import re

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.read_page import read_page
from tests.factories.second_factors import with_codes
from tests.unit.web.factors.visits import came_in


@pytest.fixture
def berta(app: Flask, house: House) -> Visitor:
    """Return a counsellor who has just shown her second factor."""
    return came_in(app, house, "berta", with_codes(house, "berta"))


def place(visitor: Visitor) -> str:
    page = read_page(visitor.look("/tokens").text)
    [only] = page.select("select[name=place] option")
    return str(only["value"])


def tokens(visitor: Visitor) -> list[str]:
    page = read_page(visitor.look("/tokens").text)
    return [str(each["value"]) for each in page.select("button[name=token]")]


def test_a_token_is_shown_once_used_by_a_program_and_revoked(app: Flask, berta: Visitor) -> None:
    typed = {"name": "Auswertung", "place": place(berta), "days": "30"}
    answer = berta.send("/tokens", "/tokens", **typed)
    assert answer.status_code == 200
    [token] = re.findall(r"caseflow_[\w-]{43}", answer.text)
    program = Program(app)
    program.headers["Authorization"] = f"Bearer {token}"
    assert program.get("/clients").status_code == 200
    listed = berta.look("/tokens").text
    assert token not in listed
    assert "Auswertung" in listed
    assert "zuletzt benutzt am 02.03.2026" in listed
    [mine] = tokens(berta)
    assert berta.send("/tokens/revoke", "/tokens", token=mine).location == "/tokens"
    assert program.get("/clients").status_code == 401
    assert berta.send("/tokens/revoke", "/tokens", token=mine).status_code == 404
    assert berta.send("/tokens/revoke", "/tokens", token="x").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"days": "366"}, "von 1 bis 365"),
        ({"place": "x lead"}, "Wählen Sie"),
        ({"place": "x"}, "Wählen Sie"),
        ({"name": ""}, "Auswertung"),
    ],
    ids=["too long", "no unit", "no role", "nameless"],
)
def test_what_was_typed_stays_where_something_is_wrong(
    berta: Visitor, wrong: dict[str, str], said: str
) -> None:
    typed = {"name": "Auswertung", "place": place(berta), "days": "30", **wrong}
    answer = berta.send("/tokens", "/tokens", **typed)
    assert answer.status_code == 422
    if wrong != {"name": ""}:
        assert said in answer.text
    assert tokens(berta) == []


def test_whoever_has_no_second_factor_is_told_to_set_one_up(visitor: Visitor) -> None:
    visitor.log_in("ida")
    page = visitor.look("/tokens").text
    assert "Richten Sie zuerst einen zweiten Faktor ein" in page
    assert 'name="days"' not in page
