"""Show every page to a browser, with the headers and the style sheet of the house."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page, Route

from caseflow.http.headers import HEADERS
from tests.security.page_walk import OK, Shown

# Runs before a page does: what moves by itself is noted, and which elements it was.
NOTE_MOVES = """
self.moved = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries())
    moved.push(each.value + ": " + each.sources.map(({ node }) => node?.nodeName).join());
}).observe({ type: "layout-shift", buffered: true });
"""
MOVED = "self.moved"
AT = "/shown-to-the-browser"
# While looked at, a page stays.
_LEADS_ON = re.compile(r'<meta http-equiv="refresh"[^>]*>| data-go-on')


def longest(met: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return the longest page of each template, and the longest that says what is wrong."""
    shortest_first = sorted((each for each in met if each.template), key=_length)
    return tuple({(each.template, each.status == OK): each for each in shortest_first}.values())


def put_on(page: Page, url: str, shown: Shown) -> None:
    """Show a page to the browser as if it came from the house."""

    def answer(route: Route) -> None:
        headers = {**HEADERS, "Content-Type": "text/html; charset=utf-8"}
        route.fulfill(body=_LEADS_ON.sub("", shown.text), headers=headers)

    page.unroute_all()
    page.route(url + AT, answer)
    page.goto(url + AT)


def _length(page: Shown) -> int:
    return len(page.text)
