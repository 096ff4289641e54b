import pytest
from bs4 import BeautifulSoup
from flask import Flask

from caseflow.http.faults import Fault
from caseflow.web.error_pages import error_page, local_path, not_found
from tests.factories.application import LOOPBACK, Visitor

LONG = "Sie kam heute.\n\nMorgen <wieder>."


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_fault_has_a_page(app: Flask, fault: Fault, language: str) -> None:
    headers = {"Accept-Language": language}
    with app.test_request_context("/", method="POST", headers=headers):
        page = BeautifulSoup(error_page(fault).get_data(as_text=True), "html.parser")
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
    page = BeautifulSoup(answer.text, "html.parser")
    held = {each["name"]: each.text.removeprefix("\n") for each in page.select("main textarea")}
    assert held == {"membership": LONG}


def test_what_another_site_sent_is_never_offered_again(visitor: Visitor) -> None:
    visitor.log_in("lea")
    assert "textarea" not in _send_late(visitor, site="cross-site").text


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


def _send_late(visitor: Visitor, site: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the client's own answer
    return visitor.browser.post(
        "/unit",
        data={"membership": LONG, "csrf_token": "old"},
        headers={"Sec-Fetch-Site": site},
        base_url=LOOPBACK,
    )
