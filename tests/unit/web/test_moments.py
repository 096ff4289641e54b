from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from caseflow.http import current
from caseflow.web.moments import day_of, last_day, moment, today
from tests.factories.house import House

LATE = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)  # half past midnight in Berlin


@pytest.fixture(params=["de", "en"])
def spoken(app: Flask, house: House, request: pytest.FixtureRequest) -> Iterator[str]:
    with app.test_request_context(headers={"Accept-Language": request.param}):
        current.hold_work(house.work())
        yield request.param


def test_an_instant_is_written_in_the_providers_zone(spoken: str) -> None:
    written = {"de": "01.07.2026, 00:30:00", "en": "1 Jul 2026, 00:30:00"}
    assert moment(LATE) == written[spoken]


def test_the_last_day_is_the_one_before_the_end(spoken: str) -> None:  # noqa: ARG001 - the zone
    assert day_of(LATE) == date(2026, 7, 1)
    assert last_day(datetime(2026, 6, 30, 22, tzinfo=UTC)) == date(2026, 6, 30)
    assert today() == date(2026, 3, 2)
