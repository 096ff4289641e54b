"""What is typed is kept while somebody types, and comes back; and finds people by itself."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories.application import application
from tests.factories.house import PASSWORD, House, born
from tests.factories.known_clients import Storied, storied

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

PICTURES = Path(__file__).resolve().parents[2] / ".screenshots"
SAID, BANNER = "#draft-said", ".draft"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Yield a house on SQLite; the pages look alike on every engine."""
    made = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    yield made
    made.close()


@pytest.fixture
def made(house: House) -> Storied:
    return storied(house)


@pytest.fixture
def address(house: House, live_server: "Callable[[WSGIApplication], str]") -> str:
    return live_server(application(house))


def log_in(page: Page, address: str, name: str = "berta") -> None:
    page.goto(f"{address}/log-in")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")
    expect(page.locator("#time-out")).to_have_count(1)


def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    for look, width in (("wide", 1280), ("narrow", 360)):
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=PICTURES / f"drafts_{name}_{look}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look


def test_what_is_typed_survives_a_pause_a_crash_and_a_time_out(
    page: Page, address: str, made: Storied
) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda wrong: complaints.append(str(wrong)))
    log_in(page, address)
    form = f"{address}/clients/{made.id}/entries/new"
    page.goto(form)
    page.clock.install()
    page.locator("[name=text]").fill("Sie hat heute angerufen.")
    page.get_by_label("Gewalt").first.check()
    page.clock.fast_forward(5000)
    expect(page.locator(SAID)).to_contain_text("Als Entwurf aufgehoben")
    picture(page, "saved")
    # She leaves in the middle of a word.
    page.locator("[name=title]").fill("Anr")
    page.goto(f"{address}/")
    page.context.clear_cookies()
    log_in(page, address)
    page.goto(form)
    _all_stands_there(page)
    picture(page, "again")
    _is_no_draft_any_more_once_it_is_sent(page, form)
    assert complaints == []


def _all_stands_there(page: Page) -> None:
    expect(page.locator(BANNER)).to_be_visible()
    expect(page.locator("[name=text]")).to_have_value("Sie hat heute angerufen.")
    expect(page.locator("[name=title]")).to_have_value("Anr")
    expect(page.get_by_label("Gewalt").first).to_be_checked()


def _is_no_draft_any_more_once_it_is_sent(page: Page, form: str) -> None:
    """Send it while a saving is under way: that must not come behind."""
    page.locator("[name=title]").fill("Anruf")
    page.click("#keep-draft")
    page.click("#typed button.primary")
    page.wait_for_url("**/story")
    page.goto(form)
    expect(page.locator(BANNER)).to_have_count(0)
    expect(page.locator("[name=text]")).to_have_value("")


def test_whatever_ends_the_session_keeps_first_what_was_typed(
    page: Page, address: str, made: Storied
) -> None:
    page.route("https://www.wikipedia.org/**", lambda route: route.fulfill(body="<h1>Weg</h1>"))
    form = f"{address}/clients/{made.id}/entries/new"
    much = "Mehr, als eine Seite mitnehmen kann, die verlassen wird. " * 1100  # 60 kB
    ways = (("Nach dem Abmelden.", _log_out), ("Nach dem Verlassen.", _leave), (much, _leave))
    for text, leave in ways:
        log_in(page, address)
        page.goto(form)
        page.locator("[name=text]").fill(text)
        leave(page)
        log_in(page, address)
        page.goto(form)
        expect(page.locator(BANNER)).to_be_visible()
        expect(page.locator("[name=text]")).to_have_value(text)
    page.locator("[name=title]").fill("Doch nicht")
    page.get_by_role("button", name="Entwurf verwerfen").click()
    expect(page.locator("[name=title]")).to_have_value("")
    page.reload()
    expect(page.locator(BANNER)).to_have_count(0)


def _log_out(page: Page) -> None:
    page.locator(".session button").click()
    page.wait_for_url("**/log-in")


def _leave(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.locator("h1")).to_have_text("Weg")
    while any(each["name"] == "caseflow" for each in page.context.cookies()):
        page.wait_for_timeout(20)  # what takes her cookies outlives the page


def test_without_scripts_a_button_keeps_it_and_another_discards_it(
    browser: Browser, address: str, made: Storied
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    log_in(page, address)
    form = f"{address}/clients/{made.id}/goals/new"
    page.goto(form)
    fields = page.locator("#typed input[type=text], #typed textarea")
    fields.first.fill("Eine eigene Wohnung")
    page.get_by_role("button", name="Keep as draft").click()
    expect(page.locator(BANNER)).to_contain_text("You typed this and have not sent it")
    expect(fields.first).to_have_value("Eine eigene Wohnung")
    page.get_by_role("button", name="Discard the draft").click()
    expect(page.locator(BANNER)).to_have_count(0)
    expect(fields.first).to_have_value("")
    context.close()
