from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied

TYPED = {
    "category": "violence",
    "kind": "event",
    "occurred_on": "28.2.2026",
    "title": "Anruf",
    "text": "Er hat vor der Tür gewartet.",
}


def test_an_entry_stands_in_the_story(made: Storied, berta: Visitor) -> None:
    answer = berta.send(f"/clients/{made.id}/entries/new", **TYPED)
    assert (answer.status_code, answer.location) == (303, f"/clients/{made.id}/story")
    assert "Er hat vor der Tür gewartet." in berta.look(answer.location).text


def test_a_day_that_does_not_exist_is_named_and_nothing_is_lost(
    made: Storied, berta: Visitor
) -> None:
    typed = {**TYPED, "occurred_on": "31. Juni 2022"}
    answer = berta.send(f"/clients/{made.id}/entries/new", **typed)
    assert answer.status_code == 422
    assert "31. Juni 2022 gibt es nicht: Der Monat hat nur 30 Tage." in answer.text
    assert "Er hat vor der Tür gewartet." in answer.text
    assert 'value="violence" required checked' in answer.text


def test_every_problem_is_named_at_once(made: Storied, berta: Visitor) -> None:
    answer = berta.send(f"/clients/{made.id}/entries/new", kind="x", occurred_on="", text="")
    assert answer.status_code == 422
    assert answer.text.count('class="problem"') == 4


def test_too_much_text_comes_back(made: Storied, berta: Visitor) -> None:
    answer = berta.send(f"/clients/{made.id}/entries/new", **{**TYPED, "text": "x" * 20_001})
    assert answer.status_code == 422
    assert "x" * 20_001 in answer.text


def test_nobody_writes_about_a_client_who_is_not_open(
    made: Storied, house: House, visitor: Visitor
) -> None:
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/entries/new").status_code == 404
    answer = visitor.send(f"/clients/{made.id}/entries/new", "/look-up", **TYPED)
    assert answer.status_code == 404
    assert visitor.look(f"/clients/{house.units['wohnen']}/entries/new").status_code == 404
