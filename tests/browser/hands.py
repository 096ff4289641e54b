"""How somebody works at a page: with a mouse, or by keyboard alone."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect
from typing_extensions import override

MOST_KEYS = 60  # to any control of a page; more than that nobody presses
# Where the keys go, seen from what she wants: there, in its group of circles, before or behind it.
# Whatever they lead to is to be seen: it has a ring, and lies under nothing.
_STANDS = """wanted => {
  const here = document.activeElement;
  if (!here || here === document.body) return { where: "nowhere", wrong: "" };
  const ringed = [here, here.closest("label, .option, .chip")].some(each => {
    const seen = each && getComputedStyle(each);
    return seen && seen.outlineStyle !== "none" && parseFloat(seen.outlineWidth) >= 1;
  });
  const box = here.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const over = document.elementFromPoint(x, y);
  const covered = over && over.closest(".strip, .save-bar");
  const what = here.outerHTML.slice(0, 150);
  let wrong = "";
  const pressed = here.tabIndex >= 0;
  if (pressed && !ringed) wrong = "no ring: " + what;
  else if (pressed && covered && !covered.contains(here)) wrong = "covered: " + what;
  const circles = here.type === "radio" && here.name === wanted.name && here.form === wanted.form;
  if (here === wanted) return { where: "there", wrong };
  if (circles) return { where: "group", wrong };
  const behind = here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING;
  return { where: behind ? "before" : "behind", wrong };
}"""


class Hands(Protocol):
    """Somebody at a page."""

    page: Page

    def go(self, control: Locator) -> None:
        """Use what leads to another page."""

    def fetch(self, link: Locator) -> bytes:
        """Use what hands a file out, and return what stands in it."""

    def use(self, control: Locator) -> None:
        """Use what stays on the page."""

    def send(self, choice: Locator, button: Locator) -> None:
        """Send a long form: by its button, or by the key that sends it wherever one chooses."""

    def say(self, field: Locator, text: str) -> None:
        """Write this into a field, in the place of whatever stands there."""

    def tick(self, choice: Locator) -> None:
        """Choose this."""


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, control: Locator) -> None:
        """Use what leads to another page."""
        with self.page.expect_navigation():
            self.use(control)

    def fetch(self, link: Locator) -> bytes:
        """Use what hands a file out, and return what stands in it."""
        with self.page.expect_download() as file:
            self.use(link)
        return file.value.path().read_bytes()

    def use(self, control: Locator) -> None:
        """Use what stays on the page."""
        control.click()

    def send(self, _choice: Locator, button: Locator) -> None:
        """Send a long form: by its button, or by the key that sends it wherever one chooses."""
        self.go(button)

    def say(self, field: Locator, text: str) -> None:
        """Write this into a field, in the place of whatever stands there."""
        field.fill(text)

    def tick(self, choice: Locator) -> None:
        """Choose this."""
        choice.check()


class Keys(Mouse):
    """Presses keys, and nothing else; sees at each where she is."""

    @override
    def use(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")

    @override
    def send(self, choice: Locator, _button: Locator) -> None:
        self.reach(choice)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    @override
    def say(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    @override
    def tick(self, choice: Locator) -> None:
        where = self.reach(choice)
        if where == "there" and not choice.is_checked():
            self.page.keyboard.press("Space")
        elif where == "group":
            self._turn_to(choice)
        expect(choice).to_be_checked()

    def reach(self, control: Locator) -> str:
        """Press the tabulator until the keys go to this, or to a circle of its group."""
        expect(control).to_be_visible()
        wanted = control.element_handle()
        for pressed in range(MOST_KEYS):
            stands = self.page.evaluate(_STANDS, wanted)
            assert not stands["wrong"], stands["wrong"]
            if stands["where"] in {"there", "group"}:
                return str(stands["where"])
            if pressed == 0 and stands["where"] == "nowhere":
                self._skip_to(control)
                continue
            back = stands["where"] == "behind"
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"no key leads to {control}")

    def _skip_to(self, control: Locator) -> None:
        """Press the first key on a page; skip to the content, if what she wants stands there."""
        self.page.keyboard.press("Tab")
        skips = self.page.locator(".skip:focus").count()
        if skips and control.evaluate("wanted => !!wanted.closest('main')"):
            self.page.keyboard.press("Enter")

    def _turn_to(self, choice: Locator) -> None:
        for _ in range(MOST_KEYS):
            self.page.keyboard.press("ArrowDown")
            if choice.is_checked():
                return
