from datetime import timedelta
from uuid import UUID

from tests.factories.application import Visitor
from tests.factories.house import House, StoppedClock
from tests.factories.known_clients import Storied


def _send(visitor: Visitor, made: Storied, appointment: UUID, **typed: str) -> int:
    address = f"/clients/{made.id}/appointments/{appointment}/state"
    return visitor.send(address, "/look-up", **typed).status_code


def test_it_is_cancelled_and_that_is_taken_back(
    made: Storied, berta: Visitor, appointment: UUID
) -> None:
    page = f"/clients/{made.id}/appointments"
    before = berta.look(page).text
    assert ('value="cancelled"' in before, 'value="came"' in before) == (True, False)
    assert _send(berta, made, appointment, state="cancelled", version="1") == 303
    after = berta.look(page).text
    assert ("abgesagt" in after, 'value="planned"' in after) == (True, True)
    assert "14:30" not in berta.look("/").text
    assert _send(berta, made, appointment, state="planned", version="1") == 409
    assert _send(berta, made, appointment, state="planned", version="2") == 303


def test_once_it_has_begun_she_came_or_she_did_not(
    made: Storied, berta: Visitor, appointment: UUID, house: House
) -> None:
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(timedelta(days=2, hours=4, minutes=31))
    berta.log_in("berta")
    page = f"/clients/{made.id}/appointments"
    assert 'value="came"' in berta.look(page).text
    assert _send(berta, made, appointment, state="missed", version="1") == 303
    assert "sie kam nicht" in berta.look(page).text
    assert "sie kam nicht" in berta.look("/").text


def test_what_our_buttons_never_send_is_not_read(
    made: Storied, berta: Visitor, appointment: UUID
) -> None:
    assert _send(berta, made, appointment, state="x", version="1") == 400
    assert _send(berta, made, appointment, state="came") == 400
