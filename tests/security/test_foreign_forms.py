"""What our own pages did not send changes nothing, at no address that takes a form.

Programs are known by a token that no browser sends on its own: a cookie is nobody to them.
"""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from flask import Flask

from tests.factories.application import LOOPBACK, Visitor, application, resting, token_on
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.programs import API
from tests.security.digests import changed, digests
from tests.security.matrix import FORMS, Door, doors

OURS = {"Sec-Fetch-Site": "same-origin"}
SIDES = {
    "same-site": {"Sec-Fetch-Site": "same-site"},
    "cross-site": {"Sec-Fetch-Site": "cross-site"},
    "unheard of": {"Sec-Fetch-Site": "elsewhere"},
}
NAMES = ("berta", "wanda", "olga")
REFUSED = 400


@pytest.fixture(scope="module")
def house(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    with copied(first_house_on_sqlite, request, tmp_path_factory.mktemp("forms")) as made:
        yield made


@pytest.fixture(scope="module")
def app(house: House) -> Flask:
    return resting(application(house))


@pytest.fixture(scope="module")
def people(app: Flask) -> dict[str, Visitor]:
    found = {name: Visitor(app) for name in NAMES}
    for name, visitor in found.items():
        visitor.log_in(name)
        visitor.look("/")
    return found


def taking(app: Flask, *, programs: bool) -> list[Door]:
    """Return the doors that take something."""
    return [
        door
        for door in doors(app)
        if door.method != "GET" and door.rule.rule.startswith(API) is programs
    ]


def address_of(app: Flask, door: Door) -> str:
    numbers = {"position": 1, "index": 1}
    words = {"token": "x", "name": "x", "path": "x", "question": "own_fear", "report": "unit_year"}
    values = {name: uuid4() for name in door.rule.arguments} | numbers | words
    used = {name: values[name] for name in door.rule.arguments}
    adapter = app.url_map.bind("127.0.0.1")
    return adapter.build(door.rule.endpoint, used, method=door.method)


def ways(app: Flask, visitor: Visitor) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Return the ways in which somebody else's page could send a form: its fields and headers."""
    own = token_on(visitor.look("/password").text)
    others = token_on(Visitor(app).look("/log-in").text)
    return {
        "no token": ({}, OURS),
        "an empty token": ({"csrf_token": ""}, OURS),
        "a made-up token": ({"csrf_token": own[:-4] + "AAAA"}, OURS),
        "the token of another browser": ({"csrf_token": others}, OURS),
        **{side: ({"csrf_token": own}, headers) for side, headers in SIDES.items()},
    }


def cookies(visitor: Visitor) -> dict[str, str]:
    """Return what her browser holds."""
    names = ("caseflow", "caseflow-form", "caseflow-browser")
    found = {name: visitor.browser.get_cookie(name, domain="127.0.0.1") for name in names}
    return {name: cookie.value for name, cookie in found.items() if cookie is not None}


def put_back(visitor: Visitor, held: dict[str, str]) -> None:
    """Give her browser again what it held: her session has not ended."""
    for name, value in held.items():
        visitor.browser.set_cookie(name, value, domain="127.0.0.1")


def let_in(app: Flask, people: dict[str, Visitor]) -> list[str]:
    """Return each door at which a foreign form was not refused."""
    found = []
    for name, visitor in people.items():
        for way, (fields, headers) in ways(app, visitor).items():
            held = cookies(visitor)
            for door in taking(app, programs=False):
                answer = visitor.browser.open(
                    address_of(app, door),
                    method=door.method,
                    data={**FORMS.get(door.rule.endpoint, {}), **fields},
                    headers=headers,
                    base_url=LOOPBACK,
                )
                if "Clear-Site-Data" in answer.headers:
                    put_back(visitor, held)  # at the exit; every other door is tried as herself
                if answer.status_code != REFUSED:
                    found.append(f"{name}: {door.name} with {way}: {answer.status_code}")
    return found


def test_every_foreign_form_is_refused_and_leaves_nothing(
    app: Flask, house: House, people: dict[str, Visitor]
) -> None:
    assert len(taking(app, programs=False)) > 40
    seen = frozenset({"staff_sessions"})
    before = digests(house.engine, but=seen)
    assert let_in(app, people) == []
    assert changed(before, digests(house.engine, but=seen)) == []


def test_a_cookie_is_nobody_to_the_calls(app: Flask, people: dict[str, Visitor]) -> None:
    calls = [door for door in taking(app, programs=True) if "/sessions" not in door.rule.rule]
    assert len(calls) > 15
    for visitor in people.values():
        for door in calls:
            answer = visitor.browser.open(
                address_of(app, door), method=door.method, json={}, base_url=LOOPBACK
            )
            assert answer.status_code == 401, door.name


def test_a_door_that_asks_for_no_token_is_found(
    app: Flask, people: dict[str, Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    view = app.view_functions["web.send_log"]
    protection = app.extensions["csrf"]
    monkeypatch.setattr(
        protection, "_exempt_views", {f"{view.__module__}.{view.__name__}"}, raising=True
    )
    found = let_in(app, {"olga": people["olga"]})
    assert any("POST /log with no token" in each for each in found)
    assert all("POST /log with" in each for each in found)
    assert not any("cross-site" in each for each in found)
