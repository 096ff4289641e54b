from uuid import UUID

import pytest

from caseflow.database.tables.appointments import Appointment
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program
from tests.unit.records.desk_work import damage

APPOINTMENT = {
    "unit": "beratung",
    "category": "residence_status",
    "starts_at": "2026-03-04T14:30:00+01:00",
    "minutes": 45,
    "title": "Ausländeramt",
    "place": "Rathaus, Zimmer 3",
}


@pytest.fixture
def appointment(berta: Program, made: Storied) -> UUID:
    """Return what was agreed in a category that the shelter sees."""
    answer = berta.send("POST", f"/clients/{made.id}/appointments", APPOINTMENT)
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"1"')
    return UUID(answer.get_json()["id"])


def test_it_is_read_where_it_is_open_and_changed_from_its_version(
    berta: Program, frieda: Program, made: Storied, house: House, appointment: UUID
) -> None:
    address = f"/appointments/{appointment}"
    answer = frieda.get(address)
    found = answer.get_json()
    assert acts_of(house, answer)[-1] == "appointment.read"
    assert found.pop("basis")["kind"] == "consent"
    assert found == {
        "id": str(appointment),
        "unit": "beratung",
        "category": "residence_status",
        "starts_at": "2026-03-04T13:30:00Z",
        "ends_at": "2026-03-04T14:15:00Z",
        "title": "Ausländeramt",
        "place": "Rathaus, Zimmer 3",
        "reminder": None,
        "state": "planned",
        "with_whom": "Berta",
        "author": "Berta",
        "version": 1,
    }
    listed = frieda.get(f"/clients/{made.id}/appointments").get_json()
    story = frieda.get(f"/clients/{made.id}/story").get_json()
    assert listed == {"items": story["appointments"], "damaged": []}
    file = frieda.get(f"{address}/calendar")
    assert "DTSTART:20260304T133000Z" in file.text
    assert acts_of(house, file) == ["appointment.read"]
    late = {"state": "missed", "minutes": 30, "take_over": True}
    assert berta.send("PATCH", address, late).status_code == 428
    assert berta.send("PATCH", address, late, {"If-Match": '"7"'}).status_code == 409
    changed = berta.send("PATCH", address, late, {"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    assert berta.get(address).get_json()["ends_at"] == "2026-03-04T14:00:00Z"
    damage(house, Appointment, "state")
    broken = berta.get(f"/clients/{made.id}/appointments").get_json()
    assert broken == {"items": [], "damaged": [str(appointment)]}


def test_closed_is_as_if_it_never_was(
    ida: Program, frieda: Program, made: Storied, appointment: UUID
) -> None:
    new = {**APPOINTMENT, "unit": "wohnen"}
    assert_unknown_alike(ida, "POST", "/clients/{}/appointments", made.id, new)
    assert_unknown_alike(ida, "GET", "/appointments/{}", appointment)
    for program in (ida, frieda):  # the shelter reads it, and changes nothing of it
        assert_unknown_alike(program, "PATCH", "/appointments/{}", appointment, {"title": "x"})


def test_every_problem_is_named(berta: Program, made: Storied, appointment: UUID) -> None:
    new, one = f"/clients/{made.id}/appointments", f"/appointments/{appointment}"
    wrong = {**APPOINTMENT, "starts_at": "morgen", "minutes": 1, "title": "", "reminder": "phone"}
    fields = {"starts_at", "minutes", "title", "reminder"}
    assert errors(berta, "POST", new, wrong).keys() == fields
    assert errors(berta, "POST", new, {"more": 1}).keys() >= {"unit", "category", "more"}
    change = {"state": "x", "starts_at": "2028-01-01T00:00:00Z"}
    headers = {"If-Match": '"1"'}
    assert errors(berta, "PATCH", one, change, headers=headers).keys() == {"state", "starts_at"}
