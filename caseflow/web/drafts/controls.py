"""Find the fields of the one form of a page that is typed into, and where each stands."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from typing_extensions import override

FORM = "typed"  # the id of that form
Attributes = dict[str, str | None]
_FIELDS = frozenset({"input", "textarea", "select", "option"})


@dataclass(slots=True)
class Control:
    """A start tag of a field or of a choice in one, and the text up to its end tag."""

    tag: str
    attributes: Attributes
    begin: int  # of its start tag
    inside: int  # behind it
    end: int = -1  # of the text inside
    text: str = ""
    of: "Control | None" = None  # the field that a choice belongs to

    @property
    def shown(self) -> str:
        """Return the text inside as people read it."""
        return html.unescape(self.text).strip()


class Controls(HTMLParser):
    """Reads a page that we have made ourselves."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.begin = -1  # of the form
        self.found: list[Control] = []
        self._page = page
        self._lines = list(_line_starts(page))
        self._inside = False
        self._open: list[Control] = []
        self.feed(page)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes, begin = dict(attrs), self._here()
        if tag == "form":
            self._inside = attributes.get("id") == FORM
            if self._inside:
                self.begin = begin
        if tag in _FIELDS and self._belongs(attributes):
            of = self._open[-1] if tag == "option" and self._open else None
            inside = begin + len(self.get_starttag_text() or "")
            self.found.append(Control(tag, attributes, begin, inside, of=of))
            if tag != "input":
                self._open.append(self.found[-1])

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        if self._open and self._open[-1].tag == tag:
            control = self._open.pop()
            control.end = self._here()
            control.text = self._page[control.inside : control.end]

    def _belongs(self, attributes: Attributes) -> bool:
        owner = attributes.get("form")
        return owner == FORM if owner else self._inside or bool(self._open)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _line_starts(page: str) -> Iterator[int]:
    start = 0
    for line in page.split("\n"):
        yield start
        start += len(line) + 1
