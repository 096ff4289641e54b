from datetime import timedelta

import pytest
from flask import Flask

from tests.factories.application import LOOPBACK, Visitor
from tests.factories.house import House, StoppedClock


def test_a_session_lasts_from_request_to_request(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert visitor.look("/").status_code == 200


def test_an_idle_session_is_over(house: House, visitor: Visitor) -> None:
    visitor.log_in("berta")
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(house.around.configuration.limits.session_idle + timedelta(seconds=1))
    assert visitor.look("/").location == "/log-in?next=/"


@pytest.mark.parametrize("name", ["remember_token", "session", "caseflow"])
def test_no_forged_cookie_opens_anything(app: Flask, name: str) -> None:
    browser = app.test_client()
    browser.set_cookie(name, "00000000-0000-0000-0000-000000000000|abc", domain="127.0.0.1")
    assert browser.get("/", base_url=LOOPBACK).location == "/log-in?next=/"
