from flask import Response

from caseflow.http.cookies import Cookies
from tests.factories.application import LOOPBACK, Visitor, application
from tests.factories.house import House


def test_over_tls_the_cookie_is_bound_to_the_host() -> None:
    response = Response()
    Cookies(secure=True).give_token(response, "geheim")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-caseflow=geheim; ")
    parts = set(cookie.split("; "))
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= parts
    assert not any(each.startswith(("Domain", "Expires", "Max-Age")) for each in parts)


def test_on_loopback_the_cookie_has_no_prefix(visitor: Visitor) -> None:
    cookies = visitor.log_in("berta").headers.getlist("Set-Cookie")
    mine = next(each for each in cookies if each.startswith("caseflow="))
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(mine.split("; "))


def test_plain_http_is_served_to_this_machine_only(visitor: Visitor) -> None:
    answer = visitor.browser.get("/log-in", base_url="http://caseflow.example")
    assert answer.status_code == 400
    assert "https" in answer.text


def test_an_application_behind_tls_refuses_plain_http(house: House) -> None:
    app = application(house, tls=True)
    assert Visitor(app, LOOPBACK).look("/log-in").status_code == 400
    assert Visitor(app, LOOPBACK).look("/healthz").status_code == 200
    assert Visitor(app, "https://caseflow.example").look("/log-in").status_code == 200


def test_every_cookie_is_guarded(house: House) -> None:
    answer = Visitor(application(house, tls=True), "https://caseflow.example").log_in("berta")
    cookies = answer.headers.getlist("Set-Cookie")
    assert cookies
    for cookie in cookies:
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))


def test_the_chosen_language_is_remembered(visitor: Visitor) -> None:
    assert "Log in" not in visitor.look("/log-in").text
    visitor.send("/language", "/log-in", language="en", next="/log-in")
    assert "Log in" in visitor.look("/log-in").text
