import re

import pytest
from werkzeug.test import Cookie

from caseflow.http.headers import HEADERS
from tests.factories.application import Visitor, application
from tests.factories.house import House


@pytest.mark.parametrize(
    "address", ["/log-in", "/", "/nothing", "/healthz", "/static/caseflow.css"]
)
def test_every_answer_carries_the_headers(visitor: Visitor, address: str) -> None:
    answer = visitor.look(address)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert answer.headers["X-Request-Id"]
    assert "Strict-Transport-Security" not in answer.headers


def test_pages_are_never_kept(visitor: Visitor) -> None:
    for address in ("/log-in", "/", "/nothing"):
        assert visitor.look(address).headers["Cache-Control"] == "no-store"


def test_everything_is_closed_but_what_we_serve_ourselves() -> None:
    opened = HEADERS["Content-Security-Policy"].split("; ")
    assert opened[0] == "default-src 'none'"
    assert all(each.split(" ")[1:] in (["'self'"], ["'none'"]) for each in opened)


def test_tls_is_demanded_from_then_on(house: House) -> None:
    answer = Visitor(application(house, tls=True), "https://caseflow.example").look("/log-in")
    assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]


def test_the_log_out_leaves_chance_without_a_name_and_else_nothing(visitor: Visitor) -> None:
    visitor.log_in("berta")
    visitor.send("/language", "/", language="en")
    answer = visitor.send("/log-out", "/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert [each.key for each in kept(visitor)] == ["caseflow-browser"]
    assert "erta" not in kept(visitor)[0].value


def test_where_she_is_not_known_any_more_the_log_out_leaves_nothing(visitor: Visitor) -> None:
    visitor.log_in("berta")
    (browser,) = re.findall(r'name="browser" value="([^"]+)"', visitor.look("/sessions").text)
    visitor.send("/sessions/browsers/end", "/sessions", browser=browser)
    answer = visitor.send("/log-out", "/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert all(each.key == "caseflow-form" for each in kept(visitor))


def kept(visitor: Visitor) -> list[Cookie]:
    return list((visitor.browser._cookies or {}).values())  # noqa: SLF001 - it has no other list
