from tests.factories.application import Visitor
from tests.factories.known_clients import Storied


def _send(visitor: Visitor, made: Storied, **typed: str) -> tuple[int, str]:
    address = f"/clients/{made.id}/goals/{made.goal}/progress"
    shown = visitor.look(address)
    assert (shown.status_code, "Besichtigung" in shown.text) in {(200, False), (404, False)}
    answer = visitor.send(address, "/look-up", **typed)
    assert (answer.status_code == 404) is (shown.status_code == 404)
    return answer.status_code, answer.text


def test_a_step_stands_at_its_goal(made: Storied, berta: Visitor) -> None:
    assert _send(berta, made, text="Besichtigung am Montag")[0] == 303
    assert "Besichtigung am Montag" in berta.look(f"/clients/{made.id}/story").text


def test_a_step_on_a_day_that_does_not_exist_comes_back(made: Storied, berta: Visitor) -> None:
    status, text = _send(berta, made, text="Besichtigung", occurred_on="31.6.2025")
    assert status == 422
    assert "Besichtigung" in text
    assert "31.6.2025 gibt es nicht" in text
    assert _send(berta, made, text="x" * 20_001)[0] == 422


def test_another_units_goal_is_not_gone_on_with(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    assert _send(visitor, made, text="x")[0] == 404
    visitor.log_in("wanda")
    assert _send(visitor, made, text="x")[0] == 404
