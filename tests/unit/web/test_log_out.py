from flask import Flask

from tests.factories.application import LOOPBACK, Visitor


def test_the_session_is_over_even_for_who_kept_the_cookie(app: Flask, visitor: Visitor) -> None:
    visitor.log_in("berta")
    kept = visitor.browser.get_cookie("caseflow", domain="127.0.0.1")
    assert kept is not None
    answer = visitor.send("/log-out", "/")
    assert (answer.status_code, answer.location) == (303, "/log-in")
    assert visitor.browser.get_cookie("caseflow", domain="127.0.0.1") is None
    thief = app.test_client()
    thief.set_cookie("caseflow", kept.value, domain="127.0.0.1")
    assert thief.get("/", base_url=LOOPBACK).location == "/log-in?next=/"


def test_staying_answers_with_nothing(visitor: Visitor) -> None:
    visitor.log_in("berta")
    answer = visitor.send("/stay", "/")
    assert (answer.status_code, answer.text) == (204, "")
