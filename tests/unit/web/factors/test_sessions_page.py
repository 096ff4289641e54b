import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.read_page import read_page
from tests.unit.identity.people import wait


def others(visitor: Visitor) -> list[str]:
    page = read_page(visitor.look("/sessions").text)
    assert len(page.select("main > ul strong.tag")) == 1  # this one
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


def test_a_browser_is_ended_and_its_cookie_goes_where_it_is_this_one(
    app: Flask, house: House, visitor: Visitor
) -> None:
    elsewhere = Visitor(app)
    elsewhere.log_in("berta")
    wait(house, minutes=1)  # the last used comes first
    visitor.log_in("berta")
    here, there = browsers(visitor)
    assert elsewhere.send("/sessions/browsers/end", "/sessions", browser=here).status_code == 303
    assert browsers(visitor) == [there]
    assert cookie(visitor)
    assert cookie(elsewhere)
    assert elsewhere.send("/sessions/browsers/end", "/sessions", browser=there).status_code == 303
    assert browsers(visitor) == []
    assert not cookie(elsewhere)
    for browser in (here, "x"):
        sent = visitor.send("/sessions/browsers/end", "/sessions", browser=browser)
        assert sent.status_code == 404


def browsers(visitor: Visitor) -> list[str]:
    page = read_page(visitor.look("/sessions").text)
    return [str(each["value"]) for each in page.select("button[name=browser]")]


def cookie(visitor: Visitor) -> bool:
    return visitor.browser.get_cookie("caseflow-browser", "127.0.0.1") is not None


@pytest.mark.parametrize("session", ["x", "00000000-0000-0000-0000-000000000009"])
def test_what_is_none_of_hers_is_not_there(visitor: Visitor, session: str) -> None:
    visitor.log_in("berta")
    assert visitor.send("/sessions/end", "/sessions", session=session).status_code == 404
