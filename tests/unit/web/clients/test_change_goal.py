from tests.factories.application import Visitor
from tests.factories.known_clients import Storied


def _send(visitor: Visitor, made: Storied, **typed: str) -> int:
    address = f"/clients/{made.id}/goals/{made.goal}/state"
    return visitor.send(address, "/look-up", **typed).status_code


def test_a_goal_is_reached(made: Storied, berta: Visitor) -> None:
    assert _send(berta, made, state="reached", version="1") == 303
    assert "goal-reached" in berta.look(f"/clients/{made.id}/story").text


def test_who_was_slower_is_told(made: Storied, berta: Visitor) -> None:
    assert _send(berta, made, state="reached", version="1") == 303
    assert _send(berta, made, state="dropped", version="1") == 409


def test_what_our_buttons_never_send_is_not_read(made: Storied, berta: Visitor) -> None:
    assert _send(berta, made, state="x", version="1") == 400
    assert _send(berta, made, state="reached") == 400


def test_another_units_goal_stays_as_it_is(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    assert _send(visitor, made, state="reached", version="1") == 404
