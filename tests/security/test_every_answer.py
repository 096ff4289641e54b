"""What every answer carries, whoever asks for whatever: its kind, its guards, no way elsewhere."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from caseflow.http.file_answer import SANDBOX
from caseflow.http.headers import HEADERS
from tests.factories.application import LOOPBACK, Visitor, application
from tests.factories.house import House
from tests.security.matrix import QUERIES, Knocker, Street, doors, nothing_kept
from tests.security.page_walk import STATE, peopled_street

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

ASKERS = ("nobody", "administrator", "officer", "lead-giver")
BEGINNINGS = {
    "text/html": b"<!doctype html>",
    "image/svg+xml": b"<svg ",
    "application/pdf": b"%PDF",
}


@dataclass(frozen=True)
class Answered:
    """An answer, and who was given it where."""

    who: str
    door: str
    answer: "TestResponse"


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    with peopled_street(tmp_path_factory.mktemp("answers")) as (_, made):
        yield made


@pytest.fixture(scope="module")
def answers(street: Street) -> list[Answered]:
    askers = {name: Knocker(street.app, name) for name in ASKERS}
    with nothing_kept():
        return [
            Answered(name, door.name, who.knock(door.method, address, {}))
            for door in doors(street.app)
            for address in [
                street.address(door, street.subjects[STATE]) + QUERIES.get(door.rule.endpoint, "")
            ]
            for name, who in askers.items()
        ]


FILES = frozenset(
    {
        "GET /api/v1/appointments/<uuid:appointment>/calendar",
        "GET /api/v1/calendar",
        "GET /api/v1/documents/<uuid:document>/content",
        "GET /calendar",
        "GET /clients/<uuid:client>/appointments/<uuid:appointment>/calendar",
        "GET /clients/<uuid:client>/documents/<uuid:document>/file",
        "POST /clients/<uuid:client>/documents/<uuid:document>/file",
    }
)


def _is_file(each: Answered) -> bool:
    """Say whether the file itself was given out, and no page in its place."""
    return "attachment" in each.answer.headers.get("Content-Disposition", "")


def test_every_answer_carries_its_guards(answers: list[Answered]) -> None:
    assert len(answers) > 500
    for each in answers:
        headers = each.answer.headers
        # A file that somebody brought may do even less than a page of ours.
        own = {"Content-Security-Policy": SANDBOX} if each.door in FILES and _is_file(each) else {}
        assert {name: headers.get(name) for name in HEADERS} == {**HEADERS, **own}, each
        assert headers["X-Request-Id"], each


def test_every_answer_says_what_it_is_and_is_that(answers: list[Answered]) -> None:
    for each in answers:
        body, kind = each.answer.get_data(), each.answer.mimetype or ""
        if body:
            assert kind, each
            assert body.startswith(BEGINNINGS.get(kind, b"")), each
        if kind.startswith("text/") or kind.endswith("xml"):
            assert each.answer.content_type.endswith("; charset=utf-8"), each
        if body and kind.endswith("json"):
            json.loads(body)


def test_nothing_but_our_own_files_may_be_kept(answers: list[Answered]) -> None:
    kept = {each.door for each in answers if each.answer.headers["Cache-Control"] != "no-store"}
    assert kept == {"GET /static/<path:name>", "GET /static/fonts/<name>"}


def test_no_answer_leads_to_another_host(answers: list[Answered]) -> None:
    ways = [each.answer.location for each in answers if each.answer.location]
    assert ways
    assert [way for way in ways if not way.startswith("/") or way.startswith("//")] == []


def test_no_other_site_may_read_an_answer(answers: list[Answered], street: Street) -> None:
    for each in answers:
        assert not [name for name, _ in each.answer.headers if name.startswith("Access-Control")]
    other = {"Origin": "https://other.example", "Access-Control-Request-Method": "POST"}
    for method in ("GET", "OPTIONS"):
        for address in ("/log-in", "/api/v1/openapi.json", "/api/v1/clients"):
            answer = street.app.test_client().open(
                address, method=method, headers=other, base_url=LOOPBACK
            )
            assert not [name for name, _ in answer.headers if name.startswith("Access-")]


def test_nothing_is_told_of_the_server(answers: list[Answered]) -> None:
    for each in answers:
        assert not {"Server", "X-Powered-By"} & set(each.answer.headers.keys()), each


@pytest.mark.parametrize("address", ["/log-in", "/", "/api/v1/clients", "/static/caseflow.css"])
def test_a_request_is_not_sent_back(street: Street, address: str) -> None:
    answer = street.app.test_client().open(
        address, method="TRACE", headers={"X-Canary": "Kanarienwort"}, base_url=LOOPBACK
    )
    assert answer.status_code in {401, 404, 405}
    assert b"Kanarienwort" not in answer.get_data()


@pytest.mark.parametrize(
    "address", ["/static/", "/static/fonts/", "/static/pictures/", "/.git/config", "/caseflow/"]
)
def test_no_folder_is_listed(street: Street, address: str) -> None:
    answer = street.app.test_client().get(address, base_url=LOOPBACK)
    assert answer.status_code == 404
    assert b"caseflow.css" not in answer.get_data().partition(b"<body>")[2]


def test_nothing_helps_whoever_looks_for_faults(street: Street) -> None:
    assert not street.app.debug
    assert not street.app.testing
    assert not street.app.config["EXPLAIN_TEMPLATE_LOADING"]


def test_over_tls_every_answer_demands_it_from_then_on(house: House) -> None:
    visitor = Visitor(application(house, tls=True), "https://caseflow.example")
    visitor.log_in("berta")
    for address in ("/", "/log-in", "/nothing", "/static/caseflow.css", "/api/v1/openapi.json"):
        demanded = visitor.look(address).headers["Strict-Transport-Security"]
        assert demanded == "max-age=63072000; includeSubDomains"
