from tests.factories.contract import acts_of
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program
from tests.unit.api.clients.test_appointments import APPOINTMENT


def test_one_sees_what_lies_ahead_and_gets_its_hours_as_a_file(
    berta: Program, frieda: Program, made: Storied, house: House
) -> None:
    assert berta.get("/appointments").get_json() == {"items": [], "next": None}
    sent = berta.send("POST", f"/clients/{made.id}/appointments", APPOINTMENT)
    answer = berta.get("/appointments")
    assert answer.get_json()["items"] == [
        {
            "id": sent.get_json()["id"],
            "client": str(made.id),
            "code": made.code,
            "name": "Öztürk, Aylin",
            "starts_at": "2026-03-04T13:30:00Z",
            "ends_at": "2026-03-04T14:15:00Z",
            "state": "planned",
            "overlaps": False,
            "version": 1,
        }
    ]
    assert acts_of(house, answer) == ["calendar.read", "client.shown"]
    file = berta.get("/calendar")
    assert (file.content_type, file.text.count("BEGIN:VEVENT")) == (
        "text/calendar; charset=utf-8",
        1,
    )
    assert acts_of(house, file) == ["calendar.read"]
    assert frieda.get("/appointments").get_json()["items"] == []


def test_intake_has_no_calendar(ida: Program) -> None:
    for address in ("/appointments", "/calendar"):
        assert ida.get(address).status_code == 403
