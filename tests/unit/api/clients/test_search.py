from datetime import timedelta

import pytest
from flask import Flask

from caseflow.api.clients import search as module
from caseflow.api.pages import cursor_at
from caseflow.records.search_clients import Hits
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.contract import acts_of, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

KEY = {"Idempotency-Key": "once"}


def add(program: Program, *names: str) -> list[str]:
    """Add clients of counselling by name, and return their ids."""
    bodies = [{"unit": "beratung", "facts": {"client_name": name}} for name in names]
    return [program.send("POST", "/clients", body).get_json()["id"] for body in bodies]


def test_whoever_fits_is_found_and_the_best_match_comes_first(
    berta: Program, made: Storied, house: House
) -> None:
    add(berta, "Oeztuerk, Berna", "Vogt, Mia")
    answer = berta.get("/clients", unit="beratung", q="Öztürk, Aylin")
    told = answer.get_json()
    assert (answer.status_code, told.keys()) == (200, {"items", "next", "two_words"})
    assert told["items"][0] == {"id": str(made.id), "code": made.code, "name": "Öztürk, Aylin"}
    assert "Vogt, Mia" not in {each["name"] for each in told["items"]}
    assert acts_of(house, answer).count("client.shown") == 1
    code = berta.get("/clients", q=made.code.lower()).get_json()["items"]
    assert [each["id"] for each in code] == [str(made.id)]


def test_without_a_name_that_is_open_she_has_none(berta: Program) -> None:
    created = berta.send("POST", "/clients", {"unit": "beratung"}).get_json()
    found = berta.get("/clients", q=created["code"]).get_json()["items"]
    assert found == [{"id": created["id"], "code": created["code"], "name": None}]


def test_the_pages_hold_everybody_once(berta: Program, made: Storied) -> None:
    known = {str(made.id), *add(berta, "Amal", "Bente", "Cora")}
    seen, query = [], {"limit": 3, "cursor": cursor_at(0)}
    for _ in range(2):
        page = berta.get("/clients", **query).get_json()
        seen.append([each["id"] for each in page["items"]])
        query["cursor"] = page["next"]
    assert query["cursor"] is None
    assert [len(page) for page in seen] == [3, 1]
    assert {each for page in seen for each in page} == known


def test_behind_the_last_one_nothing_follows_where_the_index_leads_to_more_than_are_opened(
    berta: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = Disclosed(Hits((), more=True, by_index=True))
    monkeypatch.setattr(module, "search_clients", lambda *_, **__: cut)
    assert berta.get("/clients", q="mona", cursor=cursor_at(500)).get_json()["next"] is None


def test_a_closed_case_is_left_out(berta: Program, made: Storied) -> None:
    created = berta.send("POST", "/clients", {"unit": "beratung"}).get_json()
    assert berta.send("POST", f"/cases/{created['case']}/closure", {}).status_code == 200
    assert berta.get("/clients", q=created["code"]).get_json()["items"] == []
    assert [each["id"] for each in berta.get("/clients").get_json()["items"]] == [str(made.id)]


def test_a_name_that_stands_in_no_address_is_found_alike_and_decided_anew_each_time(
    berta: Program, made: Storied, house: House
) -> None:
    add(berta, "Vogt, Mia")
    wanted = {"q": "öztürk aylin", "limit": 1}
    asked = [berta.send("POST", "/clients/search", wanted, headers=KEY) for _ in range(2)]
    assert [each.get_json() for each in asked] == [berta.get("/clients", **wanted).get_json()] * 2
    assert [each["id"] for each in asked[0].get_json()["items"]] == [str(made.id)]
    assert [acts_of(house, each).count("client.shown") for each in asked] == [1, 1]
    assert errors(berta, "POST", "/clients/search", {"limit": 0}).keys() == {"limit"}


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 51}, {"cursor": "x"}, {"closed": "1"}])
def test_what_cannot_be_asked_is_named(berta: Program, query: dict[str, object]) -> None:
    assert errors(berta, "GET", "/clients", query=query).keys() == query.keys()


def test_whoever_only_asks_for_the_head_gets_it(berta: Program) -> None:
    whole = berta.get("/clients")
    head = berta.send("HEAD", "/clients")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]


def test_an_officer_looks_for_nobody_and_nobody_without_a_log_in(app: Flask, house: House) -> None:
    assert Program(app, "olga").get("/clients").status_code == 403
    assert Program(app).get("/clients").status_code == 401
    assert Program(app, "lea").get("/clients").status_code == 400
    lead = Program(app, "lea", "beratung")
    assert lead.get("/clients", unit="frauenhaus").status_code == 400
    house.around.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]  # a stopped one
    assert lead.get("/clients").status_code == 401


def test_what_was_closed_while_it_was_looked_for_is_not_shown(
    berta: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = Refused(Reason.TOO_LATE)
    monkeypatch.setattr(module, "search_clients", lambda *_, **__: late)
    answer = berta.get("/clients")
    assert (answer.status_code, answer.content_type) == (409, "application/problem+json")
