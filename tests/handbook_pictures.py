"""Take the pictures of the handbook from the demo, in German and English.

`python -m tests.handbook_pictures` writes them beside the README's, with few colours: each is
sent to whoever opens the chapter.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page

from caseflow.app import create_app
from caseflow.cli.demo.folder import settings_of
from caseflow.cli.demo.people import PASSWORD
from caseflow.cli.demo.play_on import play_on
from caseflow.cli.demo.walk import walk
from caseflow.web.help.read_tasks import HEIGHT, WIDTH
from tests.factories.demo import HANDED
from tests.machine.browser import serve, started

FOLDER = Path(__file__).resolve().parents[1] / "caseflow" / "web" / "static" / "pictures"
COLOURS = 160  # a category is told by its colour too
LOCALES: Mapping[str, str] = {"de": "de-DE", "en": "en-GB"}
SHELTER, OFFICER = "frauenhaus@demo.example", "datenschutz@demo.example"


def main() -> None:
    """Take all pictures."""
    with TemporaryDirectory() as folder, started() as browser:
        demo = Path(folder) / "demo"
        play_on(HANDED, demo, walk)
        with serve(create_app(settings_of(HANDED, demo))) as url:
            for language in LOCALES:
                take(browser, url, language)


def take(browser: Browser, url: str, language: str) -> None:
    """Take the pictures in one language."""
    for name, page in shown(browser, url, language):
        page.wait_for_load_state("networkidle")
        keep(page.screenshot(), FOLDER / f"{name}-{language}.png")


def shown(browser: Browser, url: str, language: str) -> Iterator[tuple[str, Page]]:
    """Yield each page when it is there."""
    page = logged_in(browser, url, language, SHELTER)
    page.click(".people a")
    client = page.url
    page.goto(f"{client}/story")
    page.locator(".timeline").evaluate("each => scrollTo(0, each.offsetTop - 120)")
    yield "help-story", page
    page.goto(f"{client}/consents/new?language=tr")
    yield "help-consent", page
    page.goto(f"{client}/emergency")
    yield "help-emergency", page
    page.context.close()
    page = logged_in(browser, url, language, OFFICER)
    page.goto(f"{url}/log")
    yield "help-log", page
    page.context.close()


def logged_in(browser: Browser, url: str, language: str, email: str) -> Page:
    """Return a window in which somebody of the demo has logged in."""
    size = {"width": WIDTH, "height": HEIGHT}
    context = browser.new_context(viewport=size, locale=LOCALES[language], reduced_motion="reduce")  # type: ignore[arg-type]  # a mapping of these two
    page = context.new_page()
    page.goto(url)
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    return page


def keep(picture: bytes, file: Path) -> None:
    """Write a picture with few colours."""
    with Image.open(BytesIO(picture)) as whole:
        few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(file, optimize=True)


if __name__ == "__main__":
    main()
