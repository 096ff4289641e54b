"""Every template once, as axe sees it on two screens: light and wide, dark and small (T29).

The wide one is read from right to left; neither is too narrow for a page in either direction. The
small one is what 400 % make of a screen of 1280 pixels. The pages come from the walk that also
reads their HTML.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from jinja2 import Environment
from jinja2.meta import find_referenced_templates
from playwright.sync_api import Browser, Page

from tests.browser.every_page import MOVED, NOTE_MOVES, longest, put_on
from tests.factories import house
from tests.factories.application import application
from tests.machine.browser import serve
from tests.machine.kept import Kept
from tests.security.kept_pages import german
from tests.security.page_walk import OK, Shown

if TYPE_CHECKING:
    from playwright._impl._api_structures import ViewportSize

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "caseflow" / "web" / "templates"
Rules = dict[str, object]
# On the small screen by every rule; on the wide one, where the pages are the same, by those that
# hang on sizes and colours, as does all that the direction changes.
EVERY_RULE: Rules = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
OF_SIZE_AND_COLOUR: Rules = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "rule",
        "values": [
            "color-contrast",
            "link-in-text-block",
            "scrollable-region-focusable",
            "target-size",
        ],
    },
}
_SERIOUS = frozenset({"serious", "critical"})
_COMPLAINTS = frozenset({"error", "warning"})


@dataclass(frozen=True)
class Screen:
    """A screen on which a page is looked at."""

    size: "ViewportSize"
    scheme: Literal["light", "dark"]
    towards: Literal["ltr", "rtl"]
    rules: Rules


WIDE = Screen({"width": 1280, "height": 900}, "light", "rtl", OF_SIZE_AND_COLOUR)
SMALL = Screen({"width": 320, "height": 640}, "dark", "ltr", EVERY_RULE)
# Turns a page round, and says whether it can be read there without moving it sideways.
FITS = """towards => {
    document.documentElement.dir = towards;
    return document.documentElement.scrollWidth <= innerWidth;
}"""
SOUND = """<!doctype html>
<html lang="de"><head><title>Caseflow</title><link rel="stylesheet" href="/static/caseflow.css">
</head><body><main><h1>Fall</h1></main></body></html>"""
SEEDED = {
    "<input>": "label: ",
    "<select><option>1</option></select>": "select-name: ",
    '<b role="button" tabindex="0">.</b><b role="button" tabindex="0">,</b>': "target-size: ",
    '<svg width="400" height="1"></svg>': "wider than the screen",
    '<div dir="rtl"><svg width="400" height="1"></svg></div>': "wider than the screen, rtl",
    '<p><font color="#333">dunkel</font></p>': "color-contrast: ",
}


@dataclass(frozen=True)
class House:
    """The pages to look at, and where their style sheets are served."""

    pages: tuple[Shown, ...]
    url: str


@pytest.fixture(scope="module")
def shown(kept: Kept, first_house_on_sqlite: house.House) -> Iterator[House]:
    """Yield the longest page of each template, and the longest that says what is wrong."""
    walked, behind_forms = german(kept)
    pages = longest([*walked, *behind_forms])
    with serve(application(first_house_on_sqlite)) as url:  # of which the styles are fetched
        yield House(pages, url)


def test_every_template_was_met(shown: House) -> None:
    """A page that only a whole form leads to needs a journey in tests/security."""
    assert page_templates() - {each.template for each in shown.pages} == set()


def test_nothing_serious_is_wrong_from_right_to_left_in_the_light_of_a_wide_screen(
    browser: Browser, shown: House
) -> None:
    well = [each for each in shown.pages if each.status == OK]
    assert wrong_on(browser, shown.url, WIDE, well) == []


def test_nothing_serious_is_wrong_on_a_small_dark_screen(browser: Browser, shown: House) -> None:
    assert wrong_on(browser, shown.url, SMALL, shown.pages) == []


@pytest.mark.parametrize(
    ("screen", "part", "said"),
    [
        *((SMALL, part, said) for part, said in SEEDED.items()),
        (WIDE, '<p><font color="#ccc">hell</font></p>', "color-contrast: "),
    ],
)
def test_what_is_wrong_is_seen(
    browser: Browser, shown: House, screen: Screen, part: str, said: str
) -> None:
    sound = Shown("sound", "", OK, "de", SOUND)
    worse = Shown("worse", "", OK, "de", SOUND.replace("</main>", part + "</main>"))
    found = wrong_on(browser, shown.url, screen, [sound, worse])
    assert {each.partition(said)[0] for each in found} == {"worse, : "}


def wrong_on(browser: Browser, url: str, screen: Screen, pages: Iterable[Shown]) -> list[str]:
    """Return what is wrong with these pages on a screen, and what the browser complains of."""
    context = browser.new_context(viewport=screen.size, color_scheme=screen.scheme, locale="de-DE")
    page = context.new_page()
    page.add_init_script(NOTE_MOVES)
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.type in _COMPLAINTS else None)
    for each in pages:
        put_on(page, url, each)
        told += [f"{each.door}, {each.template}: {wrong}" for wrong in seen(page, screen)]
    context.close()
    return told


def seen(page: Page, screen: Screen) -> list[str]:
    """Return what is wrong with the page that the browser shows."""
    moved = page.evaluate(MOVED)
    # A page that says what is wrong goes down to it; what the strip covers then comes back above.
    page.evaluate("scrollTo(0, 0)")
    other = "rtl" if screen.towards == "ltr" else "ltr"
    too_wide = [towards for towards in (other, screen.towards) if not page.evaluate(FITS, towards)]
    found = Axe().run(page, options=screen.rules).response["violations"]
    told = [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        if each["impact"] in _SERIOUS
        for node in each["nodes"]
    ]
    told += [f"wider than the screen, {towards}" for towards in too_wide]
    return [*told, *(f"moves: {each}" for each in moved)]


def page_templates() -> set[str]:
    """Return the templates that are pages themselves, and no part or frame of others."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.do"])
    files = {str(path.relative_to(TEMPLATES)): path for path in TEMPLATES.rglob("*.html")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    parts = {
        part
        for text in texts.values()
        for part in find_referenced_templates(environment.parse(text))
    }
    return set(files) - parts
