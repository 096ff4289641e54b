from uuid import UUID

from tests.factories.application import Visitor
from tests.factories.appointments import TYPED, booked
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.unit.records.desk_work import create, tell

CHANGED = {**TYPED, "title": "Neu", "version": "1"}


def test_it_is_changed_from_its_version_and_who_was_slower_keeps_her_text(
    made: Storied, berta: Visitor, appointment: UUID
) -> None:
    address = f"/clients/{made.id}/appointments/{appointment}"
    form = berta.look(address).text
    assert 'value="14:30"' in form
    assert 'value="45"' in form
    assert berta.send(address, **CHANGED).location == f"/clients/{made.id}/appointments"
    late = berta.send(address, **{**CHANGED, "title": "Spät"})
    assert (late.status_code, 'value="Spät"' in late.text, "Neu" in late.text) == (409, True, True)
    assert 'name="version" value="2"' in late.text
    assert berta.send(address, **{**CHANGED, "version": "2", "day": "x"}).status_code == 422
    assert berta.send(address, **{**CHANGED, "version": "x"}).status_code == 422


def test_a_colleagues_may_be_taken_over(made: Storied, house: House, berta: Visitor) -> None:
    lea = house.actor("lea", "beratung")
    hers = booked(house, lea, Known(made.id, made.code), "health")
    address = f"/clients/{made.id}/appointments/{hers}"
    assert "Termin von Lea" in berta.look(address).text
    assert "Antrag besprechen" in berta.look(f"/clients/{made.id}").text
    assert "14:30" not in berta.look("/").text
    assert berta.send(address, **CHANGED, take_over="true").status_code == 303
    assert "Termin von" not in berta.look(address).text
    assert "14:30" in berta.look("/").text


def test_it_is_there_under_its_own_client_and_for_its_own_unit_alone(
    made: Storied, house: House, appointment: UUID, visitor: Visitor
) -> None:
    other = create(house, house.actor("berta", "beratung")).id
    here, elsewhere = (f"/clients/{each}/appointments/{appointment}" for each in (made.id, other))
    visitor.log_in("berta")
    for part in ("", "/calendar"):
        assert visitor.look(f"{elsewhere}{part}").status_code == 404
    assert visitor.send(elsewhere, "/look-up", **CHANGED).status_code == 404
    assert visitor.send(elsewhere, "/look-up", **{**CHANGED, "day": "x"}).status_code == 404
    stands = visitor.send(f"{elsewhere}/state", "/look-up", state="came", version="1")
    assert stands.status_code == 404
    visitor.log_in("frieda")
    assert "Antrag besprechen" in visitor.look(f"/clients/{made.id}/appointments").text
    assert visitor.look(here).status_code == 404
    assert visitor.send(here, "/look-up", **CHANGED).status_code == 404


def test_a_way_that_was_closed_meanwhile_is_said(
    made: Storied, house: House, berta: Visitor
) -> None:
    actor, known = house.actor("berta", "beratung"), Known(made.id, made.code)
    tell(house, actor, known, "safe_contact_rules", ["sms"])
    tell(house, actor, known, "meeting_place", "Stadtbücherei")
    hers = booked(house, actor, known, reminder="sms")
    address = f"/clients/{made.id}/appointments/{hers}"
    open_ = berta.look(address).text
    assert '<option value="sms" selected>' in open_
    assert "Stadtbücherei" in open_
    tell(house, actor, known, "safe_contact_rules", ["no_letter"])
    closed = berta.look(address).text
    assert "Dieser Weg ist jetzt gesperrt" in closed
    assert '<option value="sms"' not in closed
