import pytest
from bs4 import BeautifulSoup
from flask import Flask

from tests.factories.application import Visitor


def others(visitor: Visitor) -> list[str]:
    page = BeautifulSoup(visitor.look("/sessions").text, "html.parser")
    assert len(page.select("main strong.tag")) == 1  # this one
    return [str(each["value"]) for each in page.select("button[name=session]")]


@pytest.fixture
def berta(app: Flask, visitor: Visitor) -> tuple[Visitor, Visitor, Visitor]:
    three = visitor, Visitor(app), Visitor(app)
    for each in three:
        each.log_in("berta")
    return three


def test_one_is_ended(berta: tuple[Visitor, Visitor, Visitor]) -> None:
    here, second, third = berta
    assert len(others(here)) == 2
    ended = others(here)[0]
    assert here.send("/sessions/end", "/sessions", session=ended).location == "/sessions"
    assert len(others(here)) == 1
    assert {each.look("/").status_code for each in (second, third)} == {200, 303}


def test_all_others_are_ended(berta: tuple[Visitor, Visitor, Visitor]) -> None:
    here, second, third = berta
    assert here.send("/sessions/end-others", "/sessions").location == "/sessions"
    assert others(here) == []
    assert second.look("/").status_code == third.look("/").status_code == 303


@pytest.mark.parametrize("session", ["x", "5a1e4a24-af7d-49f3-8290-2c860f524b5c"])
def test_what_is_none_of_hers_is_not_there(visitor: Visitor, session: str) -> None:
    visitor.log_in("berta")
    assert visitor.send("/sessions/end", "/sessions", session=session).status_code == 404
