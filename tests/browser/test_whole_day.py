"""One day of the house, from the desk to the sign-off: by keyboard alone, and without scripts.

On SQLite; what differs on PostgreSQL is below the faces, and tested there on both.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

from tests.browser.day_at_the_desk import she_is_received
from tests.browser.day_of_oversight import somebody_is_admitted, the_day_is_signed_off
from tests.browser.day_of_work import she_is_handed_over, she_is_spared_questions
from tests.browser.whole_day import Day, begun
from tests.factories.application import application
from tests.factories.house import House

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


@pytest.fixture(params=[True, False], ids=["by-keyboard-alone", "without-scripts"])
def day(
    house: House,
    browser: Browser,
    live_server: "Callable[[WSGIApplication], str]",
    request: pytest.FixtureRequest,
) -> Iterator[Day]:
    url = live_server(application(house))
    made = begun(house, browser, url, scripts=request.param)
    yield made
    made.pages_end()


def test_a_whole_day(day: Day) -> None:
    she_is_received(day)
    she_is_handed_over(day)
    she_is_spared_questions(day)
    somebody_is_admitted(day)
    the_day_is_signed_off(day)
    assert day.complaints == []
