"""People are found while somebody types, by keyboard, and a typed name is one search in the log."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.factories.application import application
from tests.factories.clients import new_client
from tests.factories.house import PASSWORD, House, born
from tests.factories.told_log import told

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

PICTURES = Path(__file__).resolve().parents[2] / ".screenshots"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Yield a house on SQLite; the pages look alike on every engine."""
    made = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    yield made
    made.close()


def test_a_name_that_is_typed_is_one_search_and_opens_by_keyboard(
    page: Page, house: House, live_server: "Callable[[WSGIApplication], str]"
) -> None:
    berta = house.actor("berta", "beratung")
    vera = new_client(house, berta, "Schmitt, Vera").id
    for name in ("Schmidt, Anna", "Beispiel, Maria"):
        new_client(house, berta, name)
    address = live_server(application(house))
    _log_in(page, address)
    listed = _searches(house)  # the work list is one itself
    field, said, found = page.locator("#q"), page.locator("#found-said"), page.locator("#found a")
    field.press_sequentially("Sc", delay=20)
    page.wait_for_timeout(600)
    assert _searches(house) == listed  # too few letters to look anybody up
    field.press_sequentially("hmitt", delay=20)
    expect(said).to_have_text("Gefunden: 2.")
    assert _searches(house) == listed + 1
    _is_good(page)
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(found.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(found.first).to_be_hidden()
    field.fill("Schmitt, Vera")
    expect(found.first).to_be_visible()
    expect(found.first).to_contain_text("Vera")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/clients/{vera}")


def _log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/log-in")
    page.fill("#email", "berta@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")


def _is_good(page: Page) -> None:
    """Take pictures, wide and narrow; axe finds nothing grave on it."""
    PICTURES.mkdir(exist_ok=True)
    for look, width in (("wide", 1280), ("narrow", 360)):
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=PICTURES / f"search_{look}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
    grave = [each["id"] for each in Axe().run(page).response["violations"] if _is_grave(each)]
    assert grave == []


def _is_grave(found: dict[str, str]) -> bool:
    return found["impact"] in {"serious", "critical"}


def _searches(house: House) -> int:
    return [each["act"] for each in told(house)].count("client.search")
