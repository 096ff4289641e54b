"""Read a page as a test looks at it."""

from bs4 import BeautifulSoup

from tests.machine.counted_lines import uncounted


def read_page(text: str) -> BeautifulSoup:
    """Return what stands on a page; no line of ours is tried by reading it."""
    with uncounted():
        return BeautifulSoup(text, "html.parser")
