"""The way to an OpenID provider and back in a browser: other site, strict cookies, closed forms."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.factories.application import application
from tests.factories.house import PASSWORD, House, born
from tests.factories.openid_provider import LABEL, Provider, provider
from tests.factories.second_factors import demanding

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from playwright._impl._api_structures import ViewportSize

PICTURES = Path(__file__).resolve().parents[2] / ".screenshots"
NARROW: "ViewportSize" = {"width": 360, "height": 740}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Yield a house on SQLite that asks its leads for a second factor."""
    made = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    demanding(made)
    yield made
    made.close()


@pytest.fixture
def there(house: House) -> Iterator[Provider]:
    """Yield a provider that stands on another site than we do."""
    with provider(house.around.clock) as made:
        made.issuer = made.issuer.replace("127.0.0.1", "localhost")
        yield made


@pytest.fixture
def url(house: House, there: Provider, live_server: "Callable[[WSGIApplication], str]") -> str:
    """Return where the pages are."""
    return live_server(application(house, openid=there.client()))


def log_in(page: Page, url: str, name: str) -> None:
    page.goto(f"{url}/log-in")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")


def test_it_is_linked_and_leads_in_from_another_site(page: Page, url: str, there: Provider) -> None:
    log_in(page, url, "lea")
    page.set_viewport_size(NARROW)
    page.screenshot(path=PICTURES / "openid-factors.png", full_page=True)
    page.get_by_role("button", name=f"Ihr Konto bei {LABEL} verknüpfen").click()
    expect(page.locator(".words code")).to_have_count(10)
    page.goto(f"{url}/factors")
    expect(page.locator("#openid")).to_contain_text(LABEL)
    assert Axe().run(page).violations_count == 0
    page.get_by_role("button", name="Abmelden").click()
    names = {each["name"] for each in page.context.cookies()}
    assert names <= {"caseflow-browser", "caseflow-form"}
    log_in(page, url, "lea")
    page.screenshot(path=PICTURES / "openid-step.png", full_page=True)
    page.get_by_role("button", name=f"Weiter mit {LABEL}").click()
    expect(page).to_have_url(f"{url}/unit")
    assert there.asked.count("/authorize") == 2


def test_without_scripts_its_last_page_has_a_button(
    browser: Browser, url: str, there: Provider
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    log_in(page, url, "lea")
    page.get_by_role("button", name=f"Ihr Konto bei {LABEL} verknüpfen").click()
    expect(page.get_by_role("heading", name=f"Zurück von {LABEL}")).to_be_visible()
    page.screenshot(path=PICTURES / "openid-back.png", full_page=True)
    page.locator("form[data-go-on] button").click()
    expect(page.locator(".words code")).to_have_count(10)
    assert there.asked.count("/authorize") == 1
    context.close()


def test_the_page_of_sessions_shows_browsers_and_the_own_address_is_asked_for(
    page: Page, url: str
) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/sessions")
    expect(page.locator("#browsers")).to_be_visible()
    page.screenshot(path=PICTURES / "sessions-wide.png", full_page=True)
    assert Axe().run(page).violations_count == 0
    page.goto(f"{url}/own-address")
    page.fill("#street", "Lindenstraße 12a")
    page.fill("#postal_code", "33602")
    page.get_by_role("button", name="Eintragen").click()
    expect(page.locator("p[role=status]")).to_contain_text("eingetragen")
    page.set_viewport_size(NARROW)
    page.screenshot(path=PICTURES / "own-address.png", full_page=True)
    assert Axe().run(page).violations_count == 0
