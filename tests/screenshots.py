"""Take a picture of every page on four screens, and the one of the README.

`python -m tests.screenshots` writes them to .screenshots/, named by template and screen;
`... story log` takes those of templates with these words in their names. The README's picture shows
a story of the demo, and is taken anew with `... README`.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import Browser, Page

from caseflow.app import create_app
from caseflow.cli.demo.folder import settings_of
from caseflow.cli.demo.people import PASSWORD
from caseflow.cli.demo.play_on import play_on
from caseflow.cli.demo.walk import walk
from tests.browser.every_page import longest, put_on
from tests.factories.application import application
from tests.factories.demo import HANDED
from tests.machine.browser import serve, started
from tests.machine.kept import Kept
from tests.security.kept_pages import german
from tests.security.matrix_house import peopled
from tests.security.page_walk import OK, Shown

if TYPE_CHECKING:
    from playwright._impl._api_structures import ViewportSize

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".screenshots"
OF_README = ROOT / "caseflow" / "web" / "static" / "pictures" / "story.png"
README = "README"


@dataclass(frozen=True)
class Screen:
    """A screen that pages are looked at on."""

    name: str
    size: "ViewportSize"
    scheme: Literal["light", "dark"] = "light"
    towards: Literal["ltr", "rtl"] = "ltr"


WIDE: "ViewportSize" = {"width": 1280, "height": 900}
TALL: "ViewportSize" = {"width": 1280, "height": 1150}
SCREENS = (
    Screen("wide", WIDE),
    Screen("narrow", {"width": 360, "height": 740}),
    Screen("dark", WIDE, "dark"),
    Screen("rtl", WIDE, "light", "rtl"),
)


def main(words: list[str]) -> None:
    """Take the pictures of all pages, or of those that these words name."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, started() as browser:
        if README in words:
            take_of_readme(browser, Path(folder))
        else:
            take_all(browser, Path(folder), words)


def take_all(browser: Browser, folder: Path, words: list[str]) -> None:
    """Take every page on every screen."""
    walked, behind_forms = german(Kept(folder))
    named = [each for each in longest([*walked, *behind_forms]) if _named(each, words)]
    house = peopled(f"sqlite:///{folder / 'caseflow.db'}")  # of which the styles are fetched
    with serve(application(house)) as url:
        for screen in SCREENS:
            take(browser, url, screen, named)
    house.close()


def take(browser: Browser, url: str, screen: Screen, pages: Iterable[Shown]) -> None:
    """Take pages on one screen, whole however long they are."""
    context = browser.new_context(
        viewport=screen.size, color_scheme=screen.scheme, locale="de-DE", reduced_motion="reduce"
    )
    page = context.new_page()
    for each in pages:
        put_on(page, url, each)
        page.evaluate(f"document.documentElement.dir = '{screen.towards}'; scrollTo(0, 0)")
        page.screenshot(path=FOLDER / f"{name_of(each)}-{screen.name}.png", full_page=True)
    context.close()


def _named(page: Shown, words: list[str]) -> bool:
    return not words or any(word in page.template for word in words)


def name_of(page: Shown) -> str:
    """Return the template as the name of a file; what says that something is wrong says so."""
    plain = page.template.removesuffix(".html").replace("/", "-")
    return plain if page.status == OK else f"{plain}-wrong"


def take_of_readme(browser: Browser, folder: Path) -> None:
    """Take the story of the demo's client as the shelter sees it."""
    demo = folder / "demo"
    play_on(HANDED, demo, walk)
    with serve(create_app(settings_of(HANDED, demo))) as url:
        context = browser.new_context(viewport=TALL, locale="en-GB")
        page = context.new_page()
        log_in(page, url)
        page.screenshot(path=OF_README)
        context.close()


def log_in(page: Page, url: str) -> None:
    """Log in as a caseworker of the shelter, and open the story of the first client."""
    page.goto(url)
    page.fill("[name=email]", "frauenhaus@demo.example")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    page.click(".people a")
    page.click(".tabs a[href$='/story']")
    page.wait_for_selector(".timeline")


if __name__ == "__main__":
    main(sys.argv[1:])
