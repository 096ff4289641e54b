"""The privacy curtain and the quick exit in a browser, and what is left in it afterwards (T23)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.factories.clients import new_client
from tests.factories.house import PASSWORD, House
from tests.machine.browser import FLAGS
from tests.machine.chromium import find_chromium

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from flask import Flask

# All that a page can keep in a browser.
_KEPT = """async () => [
    localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).map((each) => each.name),
    await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).map((each) => each.scope),
]"""
AWAY = "https://www.wikipedia.org/"
NAME = "Kanarinja"
TYPED = "halb geschrieben"


@pytest.fixture
def address(app: "Flask", live_server: "Callable[[WSGIApplication], str]") -> str:
    return live_server(app)


@pytest.fixture
def client(house: House) -> str:
    return f"/clients/{new_client(house, house.actor('berta', 'beratung'), NAME).id}"


def log_in(page: Page, address: str, name: str = "berta") -> None:
    page.goto(f"{address}/log-in")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")
    # Only then the script hears keys.
    expect(page.locator("[data-curtain] button")).to_have_attribute("aria-keyshortcuts", "F8")


def lift(page: Page, password: str) -> None:
    page.fill("#curtain-password", password)
    page.keyboard.press("Enter")


def no_key_does_anything(page: Page, address: str) -> None:
    """Switch the keys off, and press them all."""
    page.goto(f"{address}/sessions")
    page.click("button[name=keys]")
    expect(page.locator("button[name=keys]")).to_have_attribute("value", "on")
    for key in ("F8", "Shift", "Shift", "Shift"):
        page.keyboard.press(key)
    assert page.locator("main").count() == 1
    expect(page.locator(".strip kbd").first).to_be_hidden()


def test_the_curtain_hides_at_once_and_gives_back_what_was_typed(
    page: Page, address: str, client: str
) -> None:
    log_in(page, address)
    page.goto(f"{address}{client}/entries/new")
    page.fill("#text", TYPED)
    page.keyboard.press("F8")
    expect(page).to_have_title("–")
    assert page.locator("main").count() == 0
    assert TYPED not in page.content()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#curtain-password")).to_be_visible()
    elsewhere = page.context.new_page()
    elsewhere.goto(f"{address}{client}/story")
    assert "/curtain?" in elsewhere.url
    lift(page, "nicht das richtige")
    expect(page.locator("#curtain-problem")).not_to_be_empty()
    assert page.locator("main").count() == 0
    lift(page, PASSWORD)
    expect(page.locator("#text")).to_have_value(TYPED)
    expect(page.locator("#text")).to_be_focused()
    expect(page).to_have_title("Caseflow")
    elsewhere.goto(f"{address}{client}/story")
    expect(elsewhere.locator("h1")).to_have_text(NAME)
    no_key_does_anything(elsewhere, address)


def test_another_log_in_brings_no_page_back_and_leaves_none_open(
    page: Page, address: str, client: str
) -> None:
    log_in(page, address)
    page.goto(f"{address}{client}/entries/new")
    page.fill("#text", TYPED)
    page.keyboard.press("F8")
    elsewhere = page.context.new_page()
    log_in(elsewhere, address, "frieda")
    elsewhere.keyboard.press("F8")
    lift(elsewhere, PASSWORD)
    expect(elsewhere).to_have_title("Caseflow")
    expect(page.locator("h1")).to_have_text("Hier ist nichts")
    assert TYPED not in page.content()
    # A page from before the log-in draws the curtain too.
    log_in(elsewhere, address)
    with page.expect_response(lambda one: (one.request.method, one.status) == ("POST", 303)):
        page.keyboard.press("F8")
    elsewhere.goto(f"{address}{client}/story")
    assert "/curtain?" in elsewhere.url


@pytest.fixture
def profile(browser: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """Yield a browser that writes what it keeps to the disk, as those at desks do."""
    kept = browser.browser_type.launch_persistent_context(
        tmp_path / "profile",
        executable_path=find_chromium(),
        args=list(FLAGS),
        chromium_sandbox=False,
        locale="de-DE",
    )
    kept.route(f"{AWAY}**", lambda route: route.fulfill(body="<h1>Anderswo</h1>"))
    yield kept
    kept.close()


def test_neither_logging_out_nor_leaving_at_once_leaves_anything_in_the_browser(
    profile: BrowserContext, address: str, client: str, tmp_path: Path
) -> None:
    page = profile.pages[0]
    for way in (log_out, leave_at_once):
        log_in(page, address)
        page.goto(f"{address}{client}/story")
        expect(page.locator("h1")).to_have_text(NAME)
        page.goto(f"{address}{client}/entries/new")
        page.fill("#text", TYPED)
        way(page)
        page.go_back()
        assert f"{address}/log-in" in page.url
        shown = page.content()
        assert NAME not in shown
        assert TYPED not in shown
        assert page.evaluate(_KEPT) == [0, 0, "", [], [], []]
        named = {each["name"] for each in profile.cookies()}
        assert named <= {"caseflow-browser", "caseflow-form"}
    profile.close()
    left = [each for each in (tmp_path / "profile").rglob("*") if each.is_file()]
    assert left
    told = [each.encode(how) for each in (NAME, TYPED) for how in ("utf-8", "utf-16-le")]
    assert [each for each in left if any(word in each.read_bytes() for word in told)] == []


def log_out(page: Page) -> None:
    page.click("form[action='/log-out'] button")
    expect(page.locator("#password")).to_be_visible()


def leave_at_once(page: Page) -> None:
    page.locator("h1").click()
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.locator("h1")).to_have_text("Anderswo")
