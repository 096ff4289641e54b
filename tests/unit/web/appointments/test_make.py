from tests.factories.application import Visitor
from tests.factories.appointments import TYPED
from tests.factories.known_clients import Storied


def test_it_is_made_and_stands_in_the_list_the_story_and_on_the_first_pages(
    made: Storied, berta: Visitor
) -> None:
    address = f"/clients/{made.id}/appointments/new"
    form = berta.look(f"{address}?category=health")
    assert 'value="60"' in form.text
    assert 'value="health" required checked' in form.text
    answer = berta.send(address, category="health", **TYPED)
    assert answer.location == f"/clients/{made.id}/appointments"
    for page in (answer.location, f"/clients/{made.id}", f"/clients/{made.id}/story"):
        shown = berta.look(page).text
        assert "Mi., 4. März 2026, 14:30–15:15" in shown
        assert "Antrag besprechen" in shown
    first = berta.look("/").text
    assert "Mi., 4. März 2026, 14:30–15:15" in first
    assert "Antrag" not in first


def test_what_is_wrong_is_said_and_nothing_is_lost(made: Storied, berta: Visitor) -> None:
    address = f"/clients/{made.id}/appointments/new"
    wrong = {**TYPED, "minutes": "3", "reminder": "sms"}
    answer = berta.send(address, category="health", **wrong)
    assert (answer.status_code, answer.text.count('class="problem"')) == (422, 2)
    assert 'value="Café am Markt"' in answer.text
    long = berta.send(address, category="health", **{**TYPED, "title": "x" * 501})
    assert long.status_code == 422


def test_of_an_hour_that_comes_twice_the_form_asks_which(made: Storied, berta: Visitor) -> None:
    address = f"/clients/{made.id}/appointments/new"
    night = {**TYPED, "day": "25.10.2026", "time": "2:30"}
    assert 'name="which"' not in berta.look(address).text
    asked = berta.send(address, category="health", **night)
    assert (asked.status_code, asked.text.count('name="which"')) == (422, 2)
    assert "gibt es an diesem Tag zweimal" in asked.text
    assert berta.send(address, category="health", **night, which="second").status_code == 303


def test_only_who_knows_her_makes_one(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    address = f"/clients/{made.id}/appointments/new"
    assert visitor.look(address).status_code == 404
    assert visitor.send(address, "/look-up", category="health", **TYPED).status_code == 404
