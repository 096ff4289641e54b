"""A story of 200 entries: its page is small, and nothing on it moves while it comes."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from playwright.sync_api import Page, Route

from caseflow.records import Overview, Story
from caseflow.records.story import Origin, StoryEntry
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import EntryKind
from tests.browser.every_page import MOVED, NOTE_MOVES, put_on
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.security.page_walk import Shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed.wsgi import WSGIApplication

ENTRIES = 200
MOST = 100_000  # bytes of the page, before fonts and pictures
UNITS = ("frauenhaus", "beratung", "wohnen")
CATEGORIES = ("violence", "health")
TEXT = "Sie kam heute ohne Termin, wir haben in Ruhe gesprochen und die nächsten Schritte notiert. "
CLIENT = new_id()
ADDRESS = f"/clients/{CLIENT}/story"
PAINTED = "new Promise(on => new PerformanceObserver(on).observe({type: 'paint', buffered: 1}))"
NARROW = 640  # pixels of a screen without a keyboard


@pytest.fixture
def story(app: Flask, house: House, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Return the page that the shelter sees of a story from three units."""
    answer = Disclosed(_story(house))
    monkeypatch.setattr("caseflow.web.clients.show_story.open_story", lambda *_, **__: answer)
    visitor = Visitor(app)
    visitor.log_in("frieda")
    shown = visitor.look(ADDRESS)
    return Shown(ADDRESS, "clients/story.html", shown.status_code, "de", shown.text)


def test_the_page_is_small(story: Shown) -> None:
    pieces = BeautifulSoup(story.text, "html.parser").select(".timeline > li")
    assert len(pieces) == ENTRIES
    assert {each.get_text("|").partition("Notiz")[2].count(TEXT) for each in pieces} == {2}
    assert len(story.text.encode()) < MOST


def test_an_entry_of_the_own_unit_leads_to_its_page(story: Shown, app: Flask) -> None:
    links = BeautifulSoup(story.text, "html.parser").select(".timeline a")
    addresses = {urljoin(ADDRESS, str(each["href"])) for each in links}
    doors = app.url_map.bind("")
    found = [doors.match(address, "GET") for address in addresses]
    assert {(endpoint, ids["client"]) for endpoint, ids in found} == {("web.entry", CLIENT)}
    own = len(range(0, ENTRIES, len(UNITS)))
    assert len({ids["entry"] for _, ids in found}) == len(links) == own


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_fonts_and_scripts_come_late(
    story: Shown,
    app: Flask,
    page: Page,
    width: int,
    live_server: "Callable[[WSGIApplication], str]",
) -> None:
    late: list[Route] = []

    def come_late(route: Route) -> None:
        if route.request.url.endswith(".css"):
            route.continue_()
        else:
            late.append(route)

    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(NOTE_MOVES)
    put_on(page, live_server(app), story)
    page.route("**/static/**", come_late)
    page.reload(wait_until="commit")
    page.evaluate(PAINTED)
    page.unroute("**/static/**", come_late)
    for each in late:
        each.continue_()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("[...document.fonts].some(each => each.status === 'loaded')")
    assert page.locator(".strip kbd").first.is_visible() is (width > NARROW)
    assert page.evaluate(MOVED) == []


def _story(house: House) -> Story:
    units = [house.units[name] for name in UNITS]
    at = house.around.clock.now()
    entries = tuple(_entry(number, units, at) for number in range(ENTRIES))
    return Story((), entries, (), (), (), (), Overview(CLIENT, "", new_id(), tuple(units), ()))


def _entry(number: int, units: list[UUID], at: datetime) -> StoryEntry:
    unit = units[number % len(units)]
    day = date(2025, 1, 1) + timedelta(days=number)
    basis = Basis(BasisKind.OWN_UNIT if unit == units[0] else BasisKind.CONSENT, new_id())
    origin = Origin(
        id=new_id(),
        unit=unit,
        category=CATEGORIES[number % len(CATEGORIES)],
        basis=basis,
        urgent=False,
        version=1,
        author="Frieda",
        recorded_at=at,
    )
    return StoryEntry(origin, EntryKind.NOTE, day, f"Gespräch {number}", TEXT * 2)
