"""The pages about a client in a browser: looked at by axe, wide and narrow, light and dark."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from tests.factories.application import application
from tests.factories.house import PASSWORD, House, born
from tests.factories.known_clients import Storied, storied, told_elsewhere

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from playwright._impl._api_structures import ViewportSize

PICTURES = Path(__file__).resolve().parents[2] / ".screenshots"
WIDE: "ViewportSize" = {"width": 1280, "height": 900}
NARROW: "ViewportSize" = {"width": 360, "height": 740}
PAGES = {
    "overview": "",
    "story": "/story",
    "intake": "/intake",
    "entry": "/entries/new",
    "summary": "/summary?category=violence",
    "goal": "/goals/new",
    "case": "/case",
    "card": "/card",
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Yield a house on SQLite; the pages look alike on every engine."""
    made = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    yield made
    made.close()


@pytest.fixture
def made(house: House) -> Storied:
    known = storied(house)
    told_elsewhere(house, known.id)
    return known


@pytest.fixture
def address(house: House, live_server: "Callable[[WSGIApplication], str]") -> str:
    return live_server(application(house))


def _log_in(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/log-in")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")
    expect(page.locator("#time-out")).to_have_count(1)


def _serious(page: Page) -> list[tuple[str, object]]:
    found = Axe().run(page).response["violations"]
    return [
        (each["id"], each["nodes"][0]["target"])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


@dataclass(frozen=True)
class Look:
    """A way to look at the pages."""

    name: str
    size: "ViewportSize"
    scheme: Literal["light", "dark"] = "light"
    language: str = "de-DE"


LOOKS = (
    Look("wide", WIDE),
    Look("narrow", NARROW),
    Look("dark", WIDE, scheme="dark"),
    Look("english", WIDE, language="en-GB"),
)


@pytest.mark.parametrize("look", LOOKS, ids=[each.name for each in LOOKS])
def test_every_page_is_sound(browser: Browser, address: str, made: Storied, look: Look) -> None:
    context = browser.new_context(
        viewport=look.size, color_scheme=look.scheme, locale=look.language
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    _log_in(page, address, "frieda")
    PICTURES.mkdir(exist_ok=True)
    first = {"work": "/", "new": "/clients/new", "look_up": "/look-up"}
    hers = {key: f"/clients/{made.id}{path}" for key, path in PAGES.items()}
    for key, path in {**first, **hers}.items():
        page.goto(address + path)
        page.screenshot(path=PICTURES / f"clients_{key}_{look.name}.png", full_page=True)
        assert _serious(page) == [], key
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), key
    assert complaints == []
    context.close()


def test_a_lead_assigns_a_case_that_nobody_is_left_for(
    page: Page, address: str, house: House, made: Storied
) -> None:
    work = house.work()
    here = Case.client_id == made.id, Case.unit_id == house.units["beratung"]
    case = work.session.query(Case).filter(*here).one()
    change(work, case, restricted=True, assigned=(house.staff["berta"],))
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    change(work, member, ended_at=work.clock.now())
    work.finish()
    _log_in(page, address, "lea")
    page.get_by_role("button", name="Beratung").press("Enter")
    page.get_by_role("link", name="Beschränkte Fälle").click()
    for size, name in ((WIDE, "wide"), (NARROW, "narrow")):
        page.set_viewport_size(size)
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"clients_deserted_{name}.png", full_page=True)
        assert _serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Zuweisen").press("Enter")
    expect(page.locator(".problems")).to_be_visible()
    page.screenshot(path=PICTURES / "clients_deserted_wrong.png", full_page=True)
    assert _serious(page) == []
    page.get_by_label("lea").check()
    page.get_by_role("button", name="Zuweisen").press("Enter")
    expect(page.locator("main")).to_contain_text("Es gibt keinen solchen Fall.")


def test_the_form_is_filled_in_by_keyboard_and_nothing_is_lost(
    page: Page, address: str, made: Storied
) -> None:
    _log_in(page, address, "frieda")
    page.goto(f"{address}/clients/{made.id}/intake")
    page.locator("[name=medication]").fill("Eisen")
    page.locator("fieldset", has=page.locator("[name='residence_title.until']")).get_by_text(
        "Antwort ändern"
    ).press("Enter")
    page.locator("[name='residence_title.until']").fill("31.6.2027")
    page.locator("[name='residence_title.until']").press("Enter")
    expect(page.locator(".problems")).to_contain_text("31.6.2027 gibt es nicht")
    expect(page.locator("[name=medication]")).to_have_value("Eisen")
    page.locator("[name='residence_title.until']").fill("30.6.2027")
    page.get_by_role("button", name="Bogen speichern").press("Enter")
    expect(page.locator("p.saved")).to_have_text("Gespeicherte Antworten: 2.")


def test_a_category_keeps_its_colour_and_symbol(page: Page, address: str, made: Storied) -> None:
    _log_in(page, address, "frieda")
    page.goto(f"{address}/clients/{made.id}/story")
    marks = page.locator(".category", has_text="Gewalt")
    colours = {
        marks.nth(number).evaluate("mark => getComputedStyle(mark).color")
        for number in range(marks.count())
    }
    assert len(colours) == 1
    assert marks.first.locator("use").evaluate("use => use.getBBox().width") > 0
