"""An entry takes three strokes beside its words, and no script: keys of the page's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories.application import application
from tests.factories.house import PASSWORD, House, born
from tests.factories.known_clients import storied

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    yield made
    made.close()


def _with_alt(page: Page, key: str) -> None:
    """Press a key with Alt as a keyboard does: the browser looks for it by what it would type."""
    code, pressed = ord(key.upper()), {"modifiers": 1, "key": key, "unmodifiedText": key}
    keyboard = page.context.new_cdp_session(page)
    for what in ("keyDown", "keyUp"):
        keyboard.send(
            "Input.dispatchKeyEvent", {"type": what, "windowsVirtualKeyCode": code, **pressed}
        )


def test_an_entry_in_three_strokes(
    house: House, browser: Browser, live_server: "Callable[[WSGIApplication], str]"
) -> None:
    made, address = storied(house), live_server(application(house))
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/log-in?next=/clients/{made.id}/story")
    page.fill("#email", "berta@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")
    _with_alt(page, "n")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.type("Sie hat angerufen.")
    _with_alt(page, "5")
    page.keyboard.press("Enter")
    entry = page.locator(".timeline > li.of-crimson", has_text="Sie hat angerufen.")
    expect(entry).to_have_count(1)
    page.context.close()
