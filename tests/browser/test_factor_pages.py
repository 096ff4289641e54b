"""Second factors in a browser, with an authenticator that the browser itself makes of software."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.factories.application import application
from tests.factories.house import PASSWORD, House, born
from tests.factories.second_factors import code_now, demanding

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from playwright._impl._api_structures import ViewportSize

PICTURES = Path(__file__).resolve().parents[2] / ".screenshots"
WIDE: "ViewportSize" = {"width": 1280, "height": 900}
NARROW: "ViewportSize" = {"width": 360, "height": 740}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Yield a house on SQLite that asks its leads for a second factor."""
    made = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    demanding(made)
    yield made
    made.close()


@pytest.fixture
def url(house: House, live_server: "Callable[[WSGIApplication], str]") -> str:
    """Return the address by name: a passkey is bound to none of numbers."""
    return live_server(application(house)).replace("127.0.0.1", "localhost")


@pytest.fixture
def stick(page: Page) -> None:
    """Put an authenticator into the browser that answers without asking."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def log_in(page: Page, url: str, name: str) -> None:
    page.goto(f"{url}/log-in")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")


def good(page: Page, name: str) -> None:
    """Take pictures of a page, wide, narrow and dark; axe finds nothing grave on it."""
    PICTURES.mkdir(exist_ok=True)
    for look, size, scheme in (
        ("wide", WIDE, "light"),
        ("narrow", NARROW, "light"),
        ("dark", WIDE, "dark"),
    ):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.screenshot(path=PICTURES / f"factors_{name}_{look}.png", full_page=True)
        found = Axe().run(page).response["violations"]
        grave = [each["id"] for each in found if each["impact"] in {"serious", "critical"}]
        assert grave == [], (name, look)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, look)


@pytest.mark.usefixtures("stick")
def test_a_lead_sets_a_passkey_up_and_comes_in_with_it(page: Page, url: str) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda said: complaints.append(str(said)))
    log_in(page, url, "wanda")
    expect(page.locator("h1")).to_have_text("Zweiter Faktor")
    good(page, "set-up")
    page.fill("#name", "Rechner")
    page.get_by_role("button", name="Einen Passkey einrichten").press("Enter")
    expect(page.locator("h1")).to_have_text("Ihre Ersatzcodes")
    assert page.locator("main li").count() == 10
    good(page, "recovery-codes")
    page.get_by_role("link", name="Zur ersten Seite").click()
    page.get_by_role("button", name="Abmelden").click()
    log_in(page, url, "wanda")
    good(page, "second-step")
    page.get_by_role("button", name="Einen Passkey zeigen").press("Enter")
    expect(page.locator("#time-out")).to_have_count(1)
    page.goto(f"{url}/factors")
    expect(page.locator(".people-list")).to_contain_text("Rechner")
    good(page, "factors")
    assert complaints == []


@pytest.mark.usefixtures("stick")
def test_a_passkey_that_nobody_shows_is_said(page: Page, url: str) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/factors")
    page.fill("#name", "Rechner")
    page.route("**/factors/passkeys/ask", lambda route: route.abort())
    page.get_by_role("button", name="Einen Passkey einrichten").press("Enter")
    expect(page.locator("[data-passkey-failed]")).to_be_visible()


def test_one_time_codes_are_set_up_and_asked_for_beside_a_form(
    page: Page, url: str, house: House
) -> None:
    log_in(page, url, "wanda")
    page.get_by_role("button", name="Einmalcodes einrichten").click()
    good(page, "codes")
    # It is typed off in groups; an authenticator takes them without what is between.
    secret = page.locator("main p code").inner_text().replace(" ", "")
    page.fill("#code", code_now(secret, house.around.clock))
    page.get_by_role("button", name="Bestätigen").press("Enter")
    expect(page.locator("h1")).to_have_text("Ihre Ersatzcodes")
    page.goto(f"{url}/sessions")
    good(page, "sessions")
    fresh = house.around.configuration.second_factor.fresh
    house.around.clock.advance(fresh)  # type: ignore[attr-defined]  # it is stopped
    page.goto(f"{url}/factors")
    expect(page.locator("h1")).to_have_text("Zeigen Sie, dass Sie es sind")
    good(page, "show")
    page.fill("#code", code_now(secret, house.around.clock))
    page.get_by_role("button", name="Weiter").press("Enter")
    expect(page.locator("h1")).to_have_text("Zweiter Faktor")
    house.around.clock.advance(fresh)  # type: ignore[attr-defined]  # it is stopped
    page.get_by_role("button", name="Zehn neue machen").click()
    good(page, "show-beside")
    page.locator("[name=factor-code]").fill(code_now(secret, house.around.clock))
    page.get_by_role("button", name="Noch einmal senden").click()
    expect(page.locator("h1")).to_have_text("Ihre Ersatzcodes")
