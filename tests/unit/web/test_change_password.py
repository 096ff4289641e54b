import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.desk_forms import administrator, visiting
from tests.factories.house import PASSWORD, House
from tests.factories.read_page import read_page

NEW = "sieben lose ziegel am weg"
CHANGED = {"old_password": PASSWORD, "password": NEW, "password_again": NEW}


def test_she_goes_on_in_a_new_session_and_every_other_one_ends(app: Flask, house: House) -> None:
    here, elsewhere = visiting(app, "lea", house, "beratung"), visiting(app, "lea")
    assert "/password" in here.look("/").text
    stolen = here.browser.get_cookie("caseflow", domain="127.0.0.1")
    answer = here.send("/password", **CHANGED)
    assert answer.status_code == 303
    assert "Ihr Passwort ist geändert" in here.look(answer.location).text
    assert "Beratung" in here.look("/").text
    assert here.browser.get_cookie("caseflow", domain="127.0.0.1") != stolen
    assert elsewhere.look("/").status_code == 303
    assert elsewhere.log_in("lea").status_code == 422
    assert elsewhere.log_in("lea", NEW).status_code == 303


def test_an_officer_and_an_administrator_change_theirs_too(app: Flask, house: House) -> None:
    for visitor in (visiting(app, "olga"), administrator(app, house)):
        assert visitor.send("/password", **CHANGED).status_code == 303
        assert visitor.look("/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"old_password": "falsch"}, "old_password", "nicht Ihr Passwort"),
        ({"password_again": "anders"}, "password_again", "nicht gleich"),
        ({"password": PASSWORD, "password_again": PASSWORD}, "password", "schon Ihr Passwort"),
        ({"password": "kurz", "password_again": "kurz"}, "password", "zu kurz"),
        ({"password": ""}, "password", "Füllen Sie"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    app: Flask, typed: dict[str, str], field: str, said: str
) -> None:
    visitor = visiting(app, "berta")
    answer = visitor.send("/password", **{**CHANGED, **typed})
    assert answer.status_code == 422
    problem = read_page(answer.text).select_one(f"#{field}-problem")
    assert said in problem.text  # type: ignore[union-attr]  # found
    assert NEW not in answer.text
    assert visitor.look("/").status_code == 200


def test_failures_count_as_at_the_log_in_from_there(app: Flask) -> None:
    visitor = visiting(app, "berta")
    tries = [visitor.send("/password", **{**CHANGED, "old_password": "x"}) for _ in range(9)]
    assert tries[0].status_code == 422
    assert tries[-1].status_code == 429
    assert "Zu viele Versuche" in tries[-1].text
    # Strangers are not slowed by that, and do not slow her.
    assert Visitor(app).log_in("berta").status_code == 303
    assert visitor.log_in("berta").status_code == 429


def test_in_a_browser_that_she_is_not_known_in_failures_count_as_strangers(app: Flask) -> None:
    visitor = visiting(app, "berta")
    visitor.browser.delete_cookie("caseflow-browser", domain="127.0.0.1")
    for _ in range(9):
        visitor.send("/password", **{**CHANGED, "old_password": "x"})
    assert Visitor(app).log_in("berta").status_code == 429


def test_with_a_new_password_she_is_known_in_this_browser_alone(app: Flask) -> None:
    here, elsewhere = visiting(app, "berta"), visiting(app, "berta")
    before = cookie(here)
    assert here.send("/password", **CHANGED).status_code == 303
    assert cookie(here) == before
    assert here.look("/sessions").text.count('name="browser"') == 1
    elsewhere.log_in("berta", NEW)
    assert here.look("/sessions").text.count('name="browser"') == 2


def cookie(visitor: Visitor) -> str:
    found = visitor.browser.get_cookie("caseflow-browser", "127.0.0.1")
    assert found is not None
    return found.value


def test_whoever_is_not_logged_in_logs_in_first(visitor: Visitor) -> None:
    assert visitor.look("/password").location.startswith("/log-in")
