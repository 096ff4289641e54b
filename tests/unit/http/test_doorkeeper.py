import pytest
from flask import Flask, Response

from caseflow.http.doorkeeper import check_routes, policy, policy_of
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.permissions import Permission
from tests.factories.application import Visitor, application, unmarked
from tests.factories.house import House

# Whoever adds a public route adds it here, knowing that nobody is asked for anything there.
PUBLIC = {
    "/api/v1/openapi.json",
    "/api/v1/sessions",
    "/healthz",
    "/readyz",
    "/metrics",
    "/curtain",
    "/curtain/lift",
    "/leave",
    "/log-in",
    "/log-in/factor",
    "/log-in/openid",
    "/log-in/openid/finish",
    "/log-in/passkey",
    "/openid/return",
    "/invitation/<token>",
    "/help",
    "/help/<chapter>",
    "/accessibility",
    "/language",
    "/static/<path:name>",
    "/static/fonts/<name>",
}


@policy(Permission.REVIEW_LOG)
def _review() -> Response:
    return Response("reviewed", content_type="text/plain")


@policy(Permission.MEMBER)
def _work() -> str:
    return "worked"


@pytest.fixture
def guarded(house: House) -> Flask:
    app = application(house)
    app.add_url_rule("/review", view_func=_review)
    app.add_url_rule("/work", view_func=_work)
    return app


def test_the_public_list_is_short(app: Flask) -> None:
    found = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if policy_of(app.view_functions[rule.endpoint]) is Permission.PUBLIC
    }
    assert found == PUBLIC


def test_a_route_without_a_policy_keeps_the_house_closed() -> None:
    app = Flask("x", static_folder=None)
    app.add_url_rule("/open", view_func=lambda: "open")
    with pytest.raises(BadConfiguration, match="/open declares no policy"):
        check_routes(app)


def test_a_view_has_one_policy() -> None:
    with pytest.raises(BadConfiguration, match="two policies"):
        policy(Permission.PUBLIC)(_review)


def test_nobody_is_led_to_the_log_in(guarded: Flask) -> None:
    answer = Visitor(guarded).look("/review?since=2026")
    assert answer.status_code == 303
    assert answer.location == "/log-in?next=/review?since%3D2026"


def test_a_role_that_may_not_finds_what_an_unknown_page_shows(guarded: Flask) -> None:
    berta = Visitor(guarded)
    berta.log_in("berta")
    refused, unknown = berta.look("/review"), berta.look("/review-nowhere")
    assert refused.status_code == unknown.status_code == 404
    # Address and form token are masked: every page has its own.
    texts = [
        unmarked(page.text).replace(address, "")
        for page, address in ((refused, "/review"), (unknown, "/review-nowhere"))
    ]
    assert texts[0] == texts[1]


def test_the_role_that_may_comes_in(guarded: Flask) -> None:
    olga = Visitor(guarded)
    olga.log_in("olga")
    assert olga.look("/review").text == "reviewed"
    assert olga.look("/work").status_code == 404


def test_who_has_several_units_is_asked_for_one_first(guarded: Flask) -> None:
    lea = Visitor(guarded)
    lea.log_in("lea")
    assert lea.look("/work").location == "/unit?next=/work"
    assert lea.send("/work", "/unit").status_code == 404  # it takes no form


def test_a_view_whose_mark_was_lost_admits_nobody(guarded: Flask) -> None:
    guarded.add_url_rule("/unmarked", view_func=lambda: "open")
    berta = Visitor(guarded)
    berta.log_in("berta")
    assert berta.look("/unmarked").status_code == 404
