from collections.abc import Iterator
from uuid import uuid4

import pytest
from flask import Flask

from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.programs import Program


@pytest.fixture
def lead(app: Flask) -> Program:
    """Return the program of housing's lead."""
    return Program(app, "wanda")


@pytest.fixture
def intake(app: Flask) -> Program:
    """Return the program of housing's intake."""
    return Program(app, "ida")


def created(program: Program, unit: str = "wohnen") -> dict[str, str]:
    """Create a client, and return her id, code and case."""
    told: dict[str, str] = program.send("POST", "/clients", {"unit": unit}).get_json()
    return told


def ways(client: dict[str, str]) -> Iterator[tuple[str, str, str, dict[str, object]]]:
    """Yield each call about a case: method, address, what it names, and what is sent."""
    staff: dict[str, object] = {"staff": [str(uuid4())], "restricted": False}
    yield "POST", "/clients/{}/cases", client["id"], {}
    yield "POST", "/cases/{}/closure", client["case"], {}
    yield "PUT", "/cases/{}/assignment", client["case"], staff


def test_a_case_is_opened_at_a_desk_and_again_after_it_was_closed(
    app: Flask, lead: Program, house: House
) -> None:
    client = created(Program(app, "berta"), "beratung")
    lead.send("POST", "/clients/lookup", {"unit": "wohnen", "code": client["code"]})
    address = f"/clients/{client['id']}/cases"
    opened = lead.send("POST", address, {"unit": "wohnen"})
    assert (opened.status_code, opened.get_json().keys()) == (201, {"id"})
    assert "case.open" in acts_of(house, opened)
    assert lead.send("POST", address, {"unit": "wohnen"}).status_code == 409
    closed = lead.send("POST", f"/cases/{opened.get_json()['id']}/closure", {"reason": "Umzug"})
    assert (closed.status_code, closed.get_json()) == (200, opened.get_json())
    assert "case.close" in acts_of(house, closed)


def test_a_closed_case_opens_again_with_a_reason_and_a_former_one_is_not_there(
    lead: Program,
) -> None:
    client = created(lead)
    former = f"/cases/{client['case']}"
    assert lead.send("POST", f"{former}/closure", {}).status_code == 200
    assert lead.send("POST", f"{former}/closure", {}).status_code == 409
    address = f"/clients/{client['id']}/cases"
    assert errors(lead, "POST", address, {"unit": "wohnen"}).keys() == {"reason"}
    again = lead.send("POST", address, {"unit": "wohnen", "reason": "Sie ist zurück."})
    assert again.status_code == 201
    assert lead.send("POST", f"{former}/closure", {}).status_code == 404


def test_a_lead_says_who_works_on_a_case(lead: Program, house: House) -> None:
    client = created(lead)
    address = f"/cases/{client['case']}/assignment"
    body = {"staff": [str(house.staff["ida"])], "restricted": False}
    answer = lead.send("PUT", address, body)
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"1"')
    assert answer.get_json() == {"id": client["case"], "version": 1}
    assert "case.assign" in acts_of(house, answer)
    stale = lead.send("PUT", address, body, {"If-Match": '"0"'})
    assert (stale.status_code, stale.get_json()["version"]) == (409, 1)
    restricted = {**body, "restricted": True}
    assert lead.send("PUT", address, restricted, {"If-Match": '"1"'}).status_code == 200
    assert lead.get(f"/clients/{client['id']}").status_code == 404


def test_nobody_means_nobody_and_never_all(lead: Program) -> None:
    client = created(lead)
    address = f"/cases/{client['case']}/assignment"
    empty = errors(lead, "PUT", address, {"staff": [], "restricted": False})
    assert empty == {"staff": ["Name at least one; nothing named never means all."]}
    assert errors(lead, "PUT", address, {"staff": "all"}).keys() == {"staff", "restricted"}
    stranger = {"staff": [str(uuid4())], "restricted": False}
    assert errors(lead, "PUT", address, stranger).keys() == {"staff"}


def test_closed_is_as_if_it_never_was(app: Flask, lead: Program) -> None:
    client = created(Program(app, "berta"), "beratung")
    for method, address, named, body in ways(client):
        assert_unknown_alike(lead, method, address, named, {**body, "unit": "wohnen"})


def test_intake_neither_closes_nor_assigns(lead: Program, intake: Program) -> None:
    for method, address, named, body in list(ways(created(lead)))[1:]:
        for sent in (body, {"bogus": 1}):
            assert intake.send(method, address.format(named), sent).status_code == 403


def test_whoever_works_on_a_case_does_not_assign_it(app: Flask) -> None:
    berta = Program(app, "berta")
    address = f"/cases/{created(berta, 'beratung')['case']}/assignment"
    for sent in ({"staff": [str(uuid4())], "restricted": False}, {"bogus": 1}):
        assert berta.send("PUT", address, sent).status_code == 403


def test_what_is_not_asked_for_is_named(lead: Program) -> None:
    client = created(lead)
    for method, address, named, body in ways(client):
        wrong = {**body, "unit": "wohnen", "more": 1}
        assert errors(lead, method, address.format(named), wrong).keys() == {"more"}


def test_sent_twice_it_is_done_once(app: Flask, lead: Program, house: House) -> None:
    client = created(Program(app, "berta"), "beratung")
    lead.send("POST", "/clients/lookup", {"unit": "wohnen", "code": client["code"]})
    opened = twice(lead, "POST", f"/clients/{client['id']}/cases", {"unit": "wohnen"})
    case = f"/cases/{opened['id']}"
    staff = {"staff": [str(house.staff["wanda"])], "restricted": True}
    assert twice(lead, "PUT", f"{case}/assignment", staff) == {"id": opened["id"], "version": 1}
    assert twice(lead, "POST", f"{case}/closure", {}) == {"id": opened["id"]}


def twice(program: Program, method: str, address: str, body: object) -> dict[str, object]:
    """Send the same twice under one key, and return the one answer to both."""
    key = {"Idempotency-Key": address}
    first, second = (program.send(method, address, body, key) for _ in range(2))
    assert first.status_code in {200, 201}
    assert (first.status_code, first.data) == (second.status_code, second.data)
    assert first.headers.get("ETag") == second.headers.get("ETag")
    told: dict[str, object] = first.get_json()
    return told
