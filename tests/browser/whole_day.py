"""The people of the day, each at a computer of her own, and the house in which it passes."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, expect

from caseflow.vocabulary.actors import Role
from tests.browser.hands import Hands, Keys, Mouse
from tests.factories.house import PASSWORD, House, StoppedClock, add_staff
from tests.factories.second_factors import code_now, demanding, with_codes

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

WHILE = timedelta(minutes=1)  # from one thing to the next; each code is good once


@dataclass
class Day:
    """A house on its day, and how its people work."""

    house: House
    browser: Browser
    url: str
    scripts: bool  # with them by keyboard alone
    secrets: dict[str, str] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)  # of the browser
    _open: ExitStack = field(default_factory=ExitStack)

    @property
    def clock(self) -> StoppedClock:
        """The clock of the house."""
        clock = self.house.around.clock
        assert isinstance(clock, StoppedClock)
        return clock

    def comes(self, name: str) -> Hands:
        """Let somebody log in with her second factor, at a browser that knows nobody."""
        self.clock.advance(WHILE)
        context = self._open.enter_context(self._computer())
        hands: Hands = (Keys if self.scripts else Mouse)(context.new_page())
        page = hands.page
        page.on("pageerror", lambda wrong: self.complaints.append(str(wrong)))
        page.goto(f"{self.url}/log-in")
        hands.say(page.get_by_label("E-Mail-Adresse"), f"{name}@example.org")
        hands.say(page.get_by_label("Passwort"), PASSWORD)
        hands.go(page.get_by_role("main").get_by_role("button", name="Anmelden"))
        expect(page.get_by_label("Code")).to_be_focused()
        hands.say(page.get_by_label("Code"), code_now(self.secrets[name], self.clock))
        hands.go(page.get_by_role("button", name="Weiter", exact=True))
        expect(page.get_by_role("button", name="Abmelden")).to_be_visible()
        return hands

    def pages_end(self) -> None:
        """Close every browser."""
        self._open.close()

    @contextmanager
    def _computer(self) -> Iterator["BrowserContext"]:
        context = self.browser.new_context(java_script_enabled=self.scripts, locale="de-DE")
        yield context
        context.close()


def begun(house: House, browser: Browser, url: str, *, scripts: bool) -> Day:
    """Return the day, with an intake of counselling too, and a second factor for everybody."""
    demanding(house)
    work = house.work_as("lea", "beratung")
    add_staff(house, work, "ines", {"beratung": Role.INTAKE})
    work.finish()
    day = Day(house, browser, url, scripts)
    for name in ("ines", "berta", "frieda", "lea", "olga"):
        day.secrets[name] = with_codes(house, name).secret
    return day
