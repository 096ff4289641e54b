import re
from datetime import UTC, datetime

import pytest

from caseflow.identity import LoggedIn, resume
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.application import Visitor, unmarked
from tests.factories.house import House
from tests.factories.read_page import read_page
from tests.factories.second_factors import with_codes


def test_the_right_password_leads_in(visitor: Visitor) -> None:
    answer = visitor.log_in("berta")
    assert (answer.status_code, answer.location) == (303, "/")
    assert "Beratung" in visitor.look("/").text


def test_one_is_led_where_one_wanted_to_go(visitor: Visitor) -> None:
    answer = visitor.send(
        "/log-in", email="berta@example.org", password="korrekt pferd batterie", next="/unit?a=1"
    )
    assert answer.location == "/unit?a=1"


@pytest.mark.parametrize(("hers", "chosen", "spoken"), [("en", "", "en"), ("en", "de", "de")])
def test_the_pages_speak_as_she_was_invited_unless_this_browser_was_told_otherwise(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, hers: str, chosen: str, spoken: str
) -> None:
    begun = LoggedIn("token", datetime.max.replace(tzinfo=UTC), new_id(), new_id(), "", hers)
    monkeypatch.setattr("caseflow.web.log_in.begin_log_in", lambda *_: begun)
    if chosen:
        visitor.send("/language", "/log-in", language=chosen, next="/log-in")
    visitor.log_in("berta")
    assert f'<html lang="{spoken}"' in visitor.look("/log-in").text


def test_a_wrong_password_keeps_the_address_and_never_the_password(visitor: Visitor) -> None:
    answer = visitor.log_in("berta", "falsches Passwort")
    form = read_page(answer.text)
    assert answer.status_code == 422
    assert form.select_one("#email")["value"] == "berta@example.org"  # type: ignore[index]  # found
    assert "falsches Passwort" not in answer.text
    assert visitor.look("/").status_code == 303


def test_unknown_and_wrong_get_the_same_page(visitor: Visitor) -> None:
    wrong, unknown = visitor.log_in("berta", "x"), visitor.log_in("nadja", "x")
    assert unmarked(wrong.text.replace("berta", "")) == unmarked(unknown.text.replace("nadja", ""))


def test_an_empty_form_names_each_field(visitor: Visitor) -> None:
    form = read_page(visitor.send("/log-in", email="", password="").text)
    summary = form.select_one(".problems")
    assert summary is not None
    assert {link["href"] for link in summary.select("a")} == {"#email", "#password"}
    for name in ("email", "password"):
        field = form.select_one(f"#{name}")
        assert field is not None
        assert field["aria-invalid"] == "true"
        assert form.select_one(f"#{str(field['aria-describedby']).strip()}") is not None


def test_too_many_tries_are_told_to_wait(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caseflow.web.log_in.begin_log_in", lambda *_: Refused(Reason.TOO_MANY))
    answer = visitor.log_in("berta")
    assert answer.status_code == 429
    assert "Zu viele Versuche" in answer.text


def test_the_second_step_is_asked_for_alike_whether_the_password_fits(
    house: House, visitor: Visitor
) -> None:
    with_codes(house, "berta")
    fits = visitor.log_in("berta")
    wrong = visitor.log_in("berta", "falsch geraten")
    assert (fits.status_code, wrong.status_code) == (422, 422)
    texts = [unmarked(each.text) for each in (fits, wrong)]
    assert texts[0] == texts[1]
    assert 'action="/log-in/factor"' in fits.text
    cookies = [re.sub(r"step=[^;]+", "step=", each.headers["Set-Cookie"]) for each in (fits, wrong)]
    assert cookies[0] == cookies[1]
    assert "HttpOnly" in cookies[0]
    assert visitor.look("/").status_code == 303


def test_the_session_that_the_browser_had_is_over(house: House, visitor: Visitor) -> None:
    tokens = []
    for name in ("berta", "berta", "frieda"):
        visitor.log_in(name)
        cookie = visitor.browser.get_cookie("caseflow", "127.0.0.1")
        assert cookie is not None
        tokens.append(cookie.value)
    work = house.work()
    lasting = [resume(work, token) is not None for token in tokens]
    work.finish()
    assert lasting == [False, False, True]
