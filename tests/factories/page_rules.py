"""The rules that every page keeps, and what breaks them: sound HTML that a screen reader can use.

Checked on what leaves the server, without a browser: HTML as the standard's own parser reads it
(html5lib), what may stand in what, ids and what points at them, names of controls and links.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from xml.etree.ElementTree import Element

from html5lib import HTMLParser  # type: ignore[import-untyped]  # it ships no types
from html5lib.constants import E as SAID_BY_PARSER  # type: ignore[import-untyped]  # it ships none

TITLE = "Caseflow"  # of every page: a title stands in the browser's history and on its tabs
BLANK = "–"  # behind the curtain, and on the way out
_TYPED = "invalid-codepoint"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_POINTERS = ("for", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls")
_UNTYPED = frozenset({"hidden", "submit", "button"})
_BY_MANAGER = frozenset({"current-password", "new-password"})
_SENDING = frozenset({"csrf_token", "shown"})
# What holds words, and no blocks of them.
_PHRASES = frozenset(
    ("p", "span", "bdi", "label", "button", "h1", "h2", "h3", "h4", "strong", "em", "code", "dt")
)
_BLOCKS = frozenset(
    ("p", "ul", "ol", "dl", "table", "div", "section", "article", "nav", "main", "header", "form")
) | {"fieldset", "h1", "h2", "h3", "h4"}
_PRESSED = frozenset({"a", "button", "select", "textarea", "input", "summary"})
# Whose children are of a few kinds only.
_HOLDS_ONLY = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "select": {"option", "optgroup", "hr"},
    "datalist": {"option"},
    "table": {"caption", "thead", "tbody", "tfoot", "tr", "colgroup"},
    "tr": {"td", "th"},
}
_LIES_IN = {"li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "legend": {"fieldset"}}


@dataclass(frozen=True)
class Sheet:
    """A page as it was read, with whatever the parser had to guess."""

    text: str
    language: str = ""  # it should be in; left out: that is not asked

    @cached_property
    def read(self) -> tuple[Element, list[str]]:
        parser = HTMLParser(namespaceHTMLElements=False)
        root = parser.parse(self.text)
        lines = self.text.splitlines()
        return root, [
            f"line {at[0]}: {SAID_BY_PARSER.get(code, code) % told}: {lines[at[0] - 1].strip()}"
            for at, code, told in parser.errors
            if code != _TYPED  # what somebody typed comes back as it was, sound or not
        ]

    @cached_property
    def parents(self) -> dict[Element, Element]:
        return {child: element for element in self.all() for child in element}

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of these kinds, or all."""
        return [each for each in self.read[0].iter() if not tags or each.tag in tags]

    def above(self, element: Element) -> Iterator[Element]:
        """Yield what an element lies in, from the inside."""
        while (parent := self.parents.get(element)) is not None:
            yield parent
            element = parent

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {each.attrib["id"]: each for each in self.all() if "id" in each.attrib}


def faults(text: str, language: str = "") -> list[str]:
    """Return what is wrong with a page, which should be in this language where one is named."""
    sheet = Sheet(text, language)
    return [fault for rule in RULES for fault in rule(sheet)]


def shown(element: Element) -> str:
    """Return an element as a fault names it."""
    return f"<{element.tag}{''.join(f' {key}={value!r}' for key, value in element.items())}>"


def _parses(sheet: Sheet) -> Iterator[str]:
    yield from sheet.read[1]


def _ids_are_unique(sheet: Sheet) -> Iterator[str]:
    counted = Counter(each.attrib["id"] for each in sheet.all() if "id" in each.attrib)
    yield from (f"{number} times id {each!r}" for each, number in counted.items() if number > 1)
    yield from (f"no id: {each!r}" for each in counted if not each or " " in each)


def _what_is_pointed_at_is_there(sheet: Sheet) -> Iterator[str]:
    for element in sheet.all():
        named = [each for key in _POINTERS for each in element.get(key, "").split()]
        link = element.get("href", "")
        named += [link[1:]] if link.startswith("#") else []
        yield from (
            f"nothing is {each!r}: {shown(element)}" for each in named if each not in sheet.by_id
        )


def _controls_have_names(sheet: Sheet) -> Iterator[str]:
    labels = {each.attrib["for"]: each for each in sheet.all("label") if "for" in each.attrib}
    for control in sheet.all("input", "select", "textarea"):
        around = [each for each in sheet.above(control) if each.tag == "label"]
        around += [labels[control.attrib["id"]]] if control.get("id") in labels else []
        typed = control.get("type") not in _UNTYPED and "hidden" not in control.attrib
        if typed and not _named(sheet, control, *around):
            yield f"no label: {shown(control)}"


def _buttons_and_links_have_names(sheet: Sheet) -> Iterator[str]:
    pressed = [*sheet.all("button", "summary", "legend", "h1", "h2", "h3"), *sheet.all("a")]
    yield from (f"no words: {shown(each)}" for each in pressed if not _named(sheet, each, each))
    yield from (f"no alt: {shown(each)}" for each in sheet.all("img") if "alt" not in each.attrib)


def _named(sheet: Sheet, element: Element, *bearers: Element) -> bool:
    pointed = [
        sheet.by_id[each]
        for each in element.get("aria-labelledby", "").split()
        if each in sheet.by_id
    ]
    said = [element.get("aria-label", ""), *(_words(each) for each in (*bearers, *pointed))]
    return any(each.strip() for each in said)


def _words(element: Element) -> str:
    """Return the words in an element: those chosen from in a list are none of its name."""
    parts = [element.text or "", element.get("alt", "")]
    for child in element:
        parts += [
            _words(child) if child.tag not in {"select", "textarea"} else "",
            child.tail or "",
        ]
    return "".join(parts)


def _languages_are_right(sheet: Sheet) -> Iterator[str]:
    told = sheet.read[0].get("lang")
    if told != (sheet.language or told):
        yield f"the page is in {sheet.language!r} and says {told!r}"
    for element in sheet.all():
        if not _LANGUAGE.fullmatch(element.get("lang", "de")):
            yield f"no language: {shown(element)}"


def _nothing_is_inline_or_foreign(sheet: Sheet) -> Iterator[str]:
    for element in sheet.all():
        inline = [key for key in element.attrib if key == "style" or key.startswith("on")]
        inline += ["style"] if element.tag == "style" else []
        inline += ["script"] if element.tag == "script" and "src" not in element.attrib else []
        yield from (f"inline {each}: {shown(element)}" for each in inline)
        if element.tag == "a" and element.get("rel") == "external":
            continue  # the way to the OpenID provider, which says of itself that it leads away
        for key in ("src", "href", "action", "formaction"):
            if not re.match(r"/(?!/)|[#?]|$|(?!\w+:)\w", element.get(key, "")):
                yield f"leads away: {shown(element)}"


def _one_heading_and_a_title_that_tells_nothing(sheet: Sheet) -> Iterator[str]:
    if len(sheet.all("h1")) != 1:
        yield f"{len(sheet.all('h1'))} headings h1"
    titles = [_words(each) for each in sheet.all("title") if sheet.parents[each].tag == "head"]
    if titles not in ([TITLE], [BLANK]):
        yield f"the title says {titles}"
    steps = [int(each.tag[1]) for each in sheet.all("h1", "h2", "h3", "h4")]
    leaps = [(above, below) for above, below in pairwise(steps) if below > above + 1]
    yield from (f"h{below} follows h{above}" for above, below in leaps)


def _everything_lies_where_it_may(sheet: Sheet) -> Iterator[str]:
    for element in sheet.all():
        above = [each.tag for each in sheet.above(element)]
        inside = above[0] if above else ""
        wrong = element.tag in _BLOCKS and bool(_PHRASES & set(above))
        wrong |= element.tag not in _HOLDS_ONLY.get(inside, {element.tag})
        wrong |= bool(above) and inside not in _LIES_IN.get(str(element.tag), {inside})
        wrong |= element.tag in _PRESSED and bool({"a", "button", "summary"} & set(above))
        if wrong:
            yield f"{shown(element)} in <{inside}>"


def _what_is_sent_is_marked(sheet: Sheet) -> Iterator[str]:
    for form in sheet.all("form"):
        names = {each.get("name", "") for each in form.iter("input")}
        if form.get("method") == "post" and not names >= _SENDING:
            yield f"no mark: {shown(form)}"
        if form.get("method") == "get" and names & _SENDING:
            yield f"marks in an address: {shown(form)}"


def _passwords_are_hidden_and_may_be_kept_by_a_manager(sheet: Sheet) -> Iterator[str]:
    for control in sheet.all("input"):
        name, told = control.get("name", ""), control.get("autocomplete")
        kept = control.get("type") == "password" and told in _BY_MANAGER
        if ("password" in name) != (control.get("type") == "password") or (
            "password" in name and not kept
        ):
            yield f"a password that is shown, or that no manager knows: {shown(control)}"


def _whoever_is_logged_in_can_leave(sheet: Sheet) -> Iterator[str]:
    known = any(each.get("id") == "time-out" for each in sheet.all("dialog"))
    ways = [each for each in sheet.all("form") if each.get("action", "").endswith("/log-out")]
    if known and len(ways) != 1:
        yield "no way to log out"


RULES: tuple[Callable[[Sheet], Iterator[str]], ...] = (
    _parses,
    _ids_are_unique,
    _what_is_pointed_at_is_there,
    _controls_have_names,
    _buttons_and_links_have_names,
    _languages_are_right,
    _nothing_is_inline_or_foreign,
    _one_heading_and_a_title_that_tells_nothing,
    _everything_lies_where_it_may,
    _what_is_sent_is_marked,
    _passwords_are_hidden_and_may_be_kept_by_a_manager,
    _whoever_is_logged_in_can_leave,
)
