from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from flask import Flask

from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.vocabulary.errors import Stale, Unrecordable
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import error_page, local_path, not_found
from tests.factories.application import LOOPBACK, Visitor
from tests.factories.read_page import read_page

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

NEVER = UUID(int=7)
LONG = "Sie kam heute.\n\nMorgen <wieder>."


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_fault_has_a_page(app: Flask, fault: Fault, language: str) -> None:
    headers = {"Accept-Language": language}
    with app.test_request_context("/", method="POST", headers=headers):
        page = read_page(error_page(fault).get_data(as_text=True))
    assert len(page.select_one("main").text) > 40  # type: ignore[union-attr]  # found


def test_refused_and_unknown_are_one_page(app: Flask) -> None:
    with app.test_request_context("/a"):
        assert not_found().status_code == 404


@pytest.mark.parametrize("path", ["/unit", "/a/b?c=d#e", "/"])
def test_an_address_of_ours_is_kept(app: Flask, path: str) -> None:
    with app.test_request_context():
        assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "unit",
        "///evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "http:/a",
    ],
)
def test_no_other_address_is_followed(app: Flask, path: str | None) -> None:
    with app.test_request_context():
        assert local_path(path) == "/"


def test_a_form_that_came_too_late_can_be_sent_again(visitor: Visitor) -> None:
    visitor.log_in("lea")
    answer = _send_late(visitor, site="same-origin")
    assert answer.status_code == 400
    page = read_page(answer.text)
    held = {each["name"]: each.text.removeprefix("\n") for each in page.select("main textarea")}
    assert held == {"membership": LONG}


def test_what_another_site_sent_is_never_offered_again(visitor: Visitor) -> None:
    visitor.log_in("lea")
    assert "textarea" not in _send_late(visitor, site="cross-site").text


@pytest.mark.parametrize(
    ("error", "status"),
    [(Stale("x"), 409), (Unrecordable("x"), 503), (ZeroDivisionError(), 500)],
)
def test_what_was_typed_outlives_whatever_breaks(
    app: Flask, visitor: Visitor, error: Exception, status: int
) -> None:
    @policy(Permission.MEMBER)
    def fail() -> str:
        raise error

    app.add_url_rule("/fail", "fail", fail, methods=["POST"])
    visitor.log_in("berta")
    answer = visitor.send("/fail", "/", text=LONG)
    assert answer.status_code == status
    assert _held_in(answer.text) == {"text": LONG}


@pytest.mark.parametrize("fault", [Fault.CONFLICT, Fault.NOT_FOUND])
def test_a_button_that_came_too_late_leads_back_and_a_text_is_held(
    app: Flask, fault: Fault
) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}
    for text, held in (("", {}), (LONG, {"text": LONG, "unit": str(NEVER)})):
        sent = {"text": text, "unit": str(NEVER)}
        with app.test_request_context("/a", method="POST", data=sent, headers=headers):
            shown = error_page(fault).get_data(as_text=True)
        assert _held_in(shown) == held
        back = read_page(shown).select_one("main a[href='/']")
        assert (back is None) == bool(held)


def test_a_form_of_another_unit_waits_until_she_has_changed_back(
    app: Flask, visitor: Visitor
) -> None:
    app.add_url_rule("/write", "write", _write, methods=["POST"])
    visitor.log_in("lea")
    first, second = _choices(visitor)
    visitor.send("/unit", membership=first)
    made = _marks(visitor.look("/unit").text)
    assert made["acting"] == first
    visitor.send("/unit", membership=second)
    answer = _post(visitor, "/write", text=LONG, **made)
    assert answer.status_code == 409
    page = read_page(answer.text)
    assert _held_in(answer.text) == {"text": LONG}
    again = page.select_one("main form:has(textarea)")
    back = page.select_one("main form[action='/unit'] button")
    assert again is not None
    assert back is not None
    assert back["value"] == first
    assert "Beratung" in page.select_one("main").text  # type: ignore[union-attr]  # found
    marks = {str(each["name"]): str(each["value"]) for each in again.select("input")}
    assert marks["acting"] == first
    assert _post(visitor, "/write", text=LONG, **marks).status_code == 409
    assert visitor.send("/unit", membership=first).status_code == 303
    assert _post(visitor, "/write", text=LONG, **marks).text == "written"


def test_who_acts_nowhere_chooses_a_unit_beside_what_she_typed(
    app: Flask, visitor: Visitor
) -> None:
    app.add_url_rule("/write", "write", _write, methods=["POST"])
    visitor.log_in("lea")
    answer = visitor.send("/write", "/unit", text=LONG)
    assert answer.status_code == 403
    page = read_page(answer.text)
    assert _held_in(answer.text) == {"text": LONG}
    assert page.select_one("main a[href='/unit'][target=_blank]") is not None


def test_a_unit_she_never_had_is_not_named(app: Flask, visitor: Visitor) -> None:
    app.add_url_rule("/write", "write", _write, methods=["POST"])
    visitor.log_in("berta")
    answer = visitor.send("/write", "/", text=LONG, acting="<b>")
    assert answer.status_code == 409
    page = read_page(answer.text)
    assert page.select_one("main form[action='/unit']") is None
    assert _held_in(answer.text) == {"text": LONG}


def test_from_a_form_of_another_unit_she_may_log_out(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert visitor.send("/log-out", "/", acting="another").status_code == 303


def test_a_password_is_never_shown_again(visitor: Visitor) -> None:
    answer = visitor.browser.post(
        "/log-in",
        data={"email": "a@example.org", "password": "KANARIE"},
        headers={"Sec-Fetch-Site": "same-origin"},
        base_url=LOOPBACK,
    )
    assert answer.status_code == 400
    assert "KANARIE" not in answer.text


def test_text_is_not_lost_at_the_log_out(visitor: Visitor) -> None:
    visitor.log_in("lea")
    visitor.look("/unit")
    visitor.browser.delete_cookie("caseflow", domain="127.0.0.1")
    answer = visitor.send("/unit", "/log-in", membership=LONG)
    assert answer.status_code == 401
    assert "Morgen &lt;wieder&gt;." in answer.text
    page = read_page(answer.text)
    assert page.select("main input[name=speak]") == []
    # In another language it stands there too, and its page is known again once it is sent.
    assert len(page.select("#typed textarea")) == len(page.select("button[form=typed]")) == 1
    assert page.select("#typed input[name=form-page][value='/unit']")


def test_what_was_only_to_be_shown_in_another_language_does_nothing_when_sent_again(
    visitor: Visitor,
) -> None:
    answer = visitor.send("/unit", "/log-in", membership=LONG, speak="en")
    assert (answer.status_code, _held_in(answer.text)) == (401, {"membership": LONG})
    page = read_page(answer.text)
    marks = page.select("html[lang=en] main form:has(textarea) input[name=speak][value=en]")
    assert len(marks) == 1


@policy(Permission.MEMBER)
def _write() -> str:
    return "written"


def _choices(visitor: Visitor) -> list[str]:
    """Return her memberships, the one in counselling first."""
    buttons = read_page(visitor.look("/unit").text).select("button.choice")
    return [str(each["value"]) for each in sorted(buttons, key=lambda each: each.text.strip())][:2]


def _marks(text: str) -> dict[str, str]:
    """Return the hidden fields that a form on a page carries."""
    form = read_page(text).select_one("form[action='/log-out']")
    assert form is not None
    return {str(each["name"]): str(each["value"]) for each in form.select("input")}


def _held_in(text: str) -> dict[str, str]:
    areas = read_page(text).select("main textarea")
    return {str(each["name"]): each.text.removeprefix("\n") for each in areas}


def _post(visitor: Visitor, address: str, **sent: str) -> "TestResponse":
    headers = {"Sec-Fetch-Site": "same-origin"}
    return visitor.browser.post(address, data=sent, headers=headers, base_url=LOOPBACK)


def _send_late(visitor: Visitor, site: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the client's own answer
    return visitor.browser.post(
        "/unit",
        data={"membership": LONG, "csrf_token": "old"},
        headers={"Sec-Fetch-Site": site},
        base_url=LOOPBACK,
    )
