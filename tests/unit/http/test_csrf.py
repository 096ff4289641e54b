import re

import pytest
from flask import Flask

from caseflow.http.programs import PREFIX
from caseflow.vocabulary.ids import new_id
from tests.factories.application import LOOPBACK, Visitor, token_on


def _post(visitor: Visitor, site: str | None, token: str) -> int:
    headers = {} if site is None else {"Sec-Fetch-Site": site}
    data = {"csrf_token": token, "language": "en"}
    answer = visitor.browser.post("/language", data=data, headers=headers, base_url=LOOPBACK)
    return answer.status_code


@pytest.mark.parametrize("site", ["same-origin", "none", None])
def test_a_form_of_ours_is_taken(visitor: Visitor, site: str | None) -> None:
    assert _post(visitor, site, token_on(visitor.look("/log-in").text)) == 303


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_is_refused_even_with_the_token(visitor: Visitor, site: str) -> None:
    assert _post(visitor, site, token_on(visitor.look("/log-in").text)) == 400


@pytest.mark.parametrize("token", ["", "wrong", "IndyIg.aaaa.bbbb"])
def test_a_wrong_token_is_refused(visitor: Visitor, token: str) -> None:
    visitor.look("/log-in")
    assert _post(visitor, "same-origin", token) == 400


def test_the_token_of_another_browser_is_refused(app: Flask, visitor: Visitor) -> None:
    token = token_on(Visitor(app).look("/log-in").text)
    visitor.look("/log-in")
    assert _post(visitor, "same-origin", token) == 400


def _somewhere(rule: str) -> str:
    """Return an address that a rule matches."""
    named = re.sub(r"<uuid:[^>]*>", str(new_id()), rule)
    return re.sub(r"<[^>]*>", "1", named)


def _changing(app: Flask, *, of_programs: bool) -> list[str]:
    """Return an address of every route that changes something."""
    return [
        _somewhere(rule.rule)
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and rule.rule.startswith(PREFIX) is of_programs
    ]


def test_every_page_that_changes_something_wants_the_token(app: Flask, visitor: Visitor) -> None:
    visitor.log_in("berta")
    changing = _changing(app, of_programs=False)
    assert len(changing) >= 5
    for address in changing:
        assert visitor.browser.post(address, base_url=LOOPBACK).status_code == 400
    assert visitor.look("/").status_code == 200


def test_a_call_knows_nobody_by_what_a_browser_sends(app: Flask, visitor: Visitor) -> None:
    visitor.log_in("berta")
    calls = _changing(app, of_programs=True)
    assert len(calls) >= 3
    for address in calls:
        answer = visitor.browser.post(address, base_url=LOOPBACK)
        assert answer.status_code == (422 if address == "/api/v1/sessions" else 401)
        other = {"Sec-Fetch-Site": "cross-site"}
        assert visitor.browser.post(address, base_url=LOOPBACK, headers=other).status_code == 400
