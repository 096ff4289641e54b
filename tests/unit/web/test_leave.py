from flask import Flask

from tests.factories.application import LOOPBACK, Visitor

AWAY = '<meta http-equiv="refresh" content="0; url=https://www.wikipedia.org/">'


def test_leaving_ends_the_session_and_shows_nothing_of_us(app: Flask, visitor: Visitor) -> None:
    visitor.log_in("berta")
    kept = visitor.browser.get_cookie("caseflow", domain="127.0.0.1")
    assert kept is not None
    answer = visitor.send("/leave", "/")
    assert answer.status_code == 200
    assert AWAY in answer.text
    assert "aseflow" not in answer.text
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert visitor.browser.get_cookie("caseflow", domain="127.0.0.1") is None
    thief = app.test_client()
    thief.set_cookie("caseflow", kept.value, domain="127.0.0.1")
    assert thief.get("/", base_url=LOOPBACK).location == "/log-in?next=/"


def test_whoever_has_no_session_any_more_is_led_away_too(visitor: Visitor) -> None:
    answer = visitor.browser.post("/leave", base_url=LOOPBACK)  # without the mark of a form
    assert answer.status_code == 400
    assert AWAY in answer.text


def test_a_page_from_before_another_log_in_leads_away_and_leaves_no_session(
    visitor: Visitor,
) -> None:
    visitor.log_in("berta")
    other = visitor.browser.post(
        "/leave", base_url=LOOPBACK, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert other.status_code == 400
    assert "Set-Cookie" not in other.headers  # nobody else's page logs her out
    answer = visitor.browser.post(
        "/leave", base_url=LOOPBACK, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert AWAY in answer.text
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert visitor.look("/").location == "/log-in?next=/"


def test_behind_the_curtain_one_can_leave(visitor: Visitor) -> None:
    visitor.log_in("berta")
    visitor.send("/curtain", "/")
    assert AWAY in visitor.send("/leave", "/curtain").text
    assert visitor.look("/curtain?next=/figures").location == "/figures"
