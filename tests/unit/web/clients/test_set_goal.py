from tests.factories.application import Visitor
from tests.factories.known_clients import Storied


def test_a_goal_stands_in_the_story(made: Storied, berta: Visitor) -> None:
    address = f"/clients/{made.id}/goals/new"
    assert 'value="2.3.2026"' in berta.look(address).text
    answer = berta.send(address, title="Deutschkurs B1", set_on="1.3.2026")
    assert answer.location == f"/clients/{made.id}/story"
    assert "Deutschkurs B1" in berta.look(answer.location).text


def test_a_goal_needs_words_and_a_day_that_exists(made: Storied, berta: Visitor) -> None:
    answer = berta.send(f"/clients/{made.id}/goals/new", title="", set_on="30.2.2026")
    assert answer.status_code == 422
    assert answer.text.count('class="problem"') == 2
    long = berta.send(f"/clients/{made.id}/goals/new", title="x" * 501)
    assert long.status_code == 422


def test_only_who_knows_her_sets_one(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/goals/new").status_code == 404
    answer = visitor.send(f"/clients/{made.id}/goals/new", "/look-up", title="x")
    assert answer.status_code == 404
