from typing import Any
from uuid import UUID

import pytest

from caseflow.api.clients.guardians import ShownGuardian
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

FATHER = {
    "unit": "beratung",
    "name": "Beispiel, Karim",
    "relation": "Vater",
    "authority": "custody_joint",
    "blocked": "violent",
}


def listed(program: Program, client: UUID) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.get(f"/clients/{client}/guardians").get_json()["items"]
    return found


def test_the_shape_is_fixed() -> None:
    assert set(ShownGuardian().fields) == {
        "id",
        "name",
        "relation",
        "authority",
        "blocked",
        "unit",
        "basis",
        "version",
    }


def test_a_guardian_is_written_down_changed_and_listed(
    berta: Program, frieda: Program, made: Storied, house: House
) -> None:
    made_now = berta.send("POST", f"/clients/{made.id}/guardians", FATHER)
    assert (made_now.status_code, made_now.headers["ETag"]) == (201, '"1"')
    assert "guardian.write" in acts_of(house, made_now)
    guardian = made_now.get_json()["id"]
    (father,) = listed(berta, made.id)
    assert father | {"basis": None} == FATHER | {"id": guardian, "version": 1, "basis": None}
    (travelled,) = listed(frieda, made.id)  # with the consent for family
    assert travelled["basis"]["kind"] == "consent"
    address = f"/guardians/{guardian}"
    assert berta.send("PATCH", address, {"blocked": None}).status_code == 428
    changed = berta.send("PATCH", address, {"blocked": None}, {"If-Match": '"1"'})
    assert (changed.status_code, changed.get_json()["version"]) == (200, 2)
    assert "guardian.change" in acts_of(house, changed)
    assert [each["blocked"] for each in listed(berta, made.id)] == [None]
    stale = berta.send("PATCH", address, {"relation": "x"}, {"If-Match": '"1"'})
    assert (stale.status_code, stale.get_json()["version"]) == (409, 2)


def test_intake_blocks_and_unblocks_nobody(ida: Program) -> None:
    client = ida.send("POST", "/clients", {"unit": "wohnen"}).get_json()["id"]
    body = {"name": "Beispiel, Karim", "authority": "none"}
    guardian = ida.send("POST", f"/clients/{client}/guardians", body).get_json()["id"]
    address = f"/guardians/{guardian}"
    blocked = ida.send("PATCH", address, {"blocked": "court_order"}, {"If-Match": '"1"'})
    assert blocked.status_code == 200
    for change in ({"blocked": None}, {"name": "Anders"}):
        assert ida.send("PATCH", address, change, {"If-Match": '"2"'}).status_code == 403


def test_closed_is_as_if_it_never_was(
    berta: Program, frieda: Program, ida: Program, made: Storied
) -> None:
    guardian = berta.send("POST", f"/clients/{made.id}/guardians", FATHER).get_json()["id"]
    assert_unknown_alike(ida, "GET", "/clients/{}/guardians", made.id)
    assert_unknown_alike(
        ida, "POST", "/clients/{}/guardians", made.id, {**FATHER, "unit": "wohnen"}
    )
    for program in (ida, frieda):
        assert_unknown_alike(program, "PATCH", "/guardians/{}", guardian, {"blocked": "other"})


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({**FATHER, "name": " "}, {"name"}),
        ({**FATHER, "authority": "king"}, {"authority"}),
        ({**FATHER, "blocked": "x"}, {"blocked"}),
        ({"more": 1}, {"name", "authority", "more"}),
    ],
)
def test_every_problem_is_named(
    berta: Program, made: Storied, body: dict[str, Any], wrong: set[str]
) -> None:
    assert errors(berta, "POST", f"/clients/{made.id}/guardians", body).keys() == wrong
