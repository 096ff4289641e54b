from tests.factories.application import Visitor
from tests.factories.known_clients import Storied


def _address(made: Storied) -> str:
    return f"/clients/{made.id}/summary"


def test_the_paragraph_of_a_category_is_there_to_be_changed(made: Storied, berta: Visitor) -> None:
    text = berta.look(f"{_address(made)}?category=violence").text
    assert "Angst um die Kinder" in text
    assert 'name="version" value="1"' in text
    assert "Angst um die Kinder" not in berta.look(f"{_address(made)}?category=family").text
    assert "Angst um die Kinder" not in berta.look(_address(made)).text


def test_what_she_approves_stands_on_top(made: Storied, berta: Visitor) -> None:
    typed = {"category": "family", "text": "Zwei Kinder.", "approved_on": "1.3.2026"}
    answer = berta.send(_address(made), version="0", **typed)
    assert answer.location == f"/clients/{made.id}/story"
    assert "Zwei Kinder." in berta.look(answer.location).text


def test_another_paragraph_about_the_same_is_shown_first(made: Storied, berta: Visitor) -> None:
    typed = {"category": "violence", "text": "Mein Absatz.", "approved_on": "1.3.2026"}
    answer = berta.send(_address(made), version="0", **typed)
    assert answer.status_code == 409
    assert "Angst um die Kinder" in answer.text
    assert "Mein Absatz." in answer.text
    assert 'name="version" value="1"' in answer.text
    assert berta.send(_address(made), version="1", **typed).status_code == 303


def test_what_is_wrong_comes_back(made: Storied, berta: Visitor) -> None:
    answer = berta.send(_address(made), version="0", category="x", text="", approved_on="x")
    assert answer.status_code == 422
    assert answer.text.count('class="problem"') == 3
    assert berta.send(_address(made), text="x").status_code == 422


def test_only_who_knows_her_writes_it(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    assert visitor.look(f"{_address(made)}?category=violence").status_code == 404
    answer = visitor.send(_address(made), "/look-up", version="0", category="x", text="x")
    assert answer.status_code == 404
