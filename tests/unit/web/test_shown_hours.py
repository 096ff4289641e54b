from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from caseflow.http import current
from caseflow.web.shown_hours import shown_hours
from tests.factories.house import House

AFTERNOON = datetime(2026, 3, 4, 13, 30, tzinfo=UTC)
TWICE = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts", "minutes", "language", "shown"),
    [
        (AFTERNOON, 45, "de", "Mi., 4. März 2026, 14:30–15:15"),
        (AFTERNOON, 45, "en", "Wed, 4 Mar 2026, 14:30–15:15"),
        (TWICE, 60, "de", "So., 25. Okt. 2026, 02:30 MESZ–02:30 MEZ"),
    ],
)
def test_the_hours_are_those_of_the_clock_on_the_wall(
    app: Flask, house: House, starts: datetime, minutes: int, language: str, shown: str
) -> None:
    with app.test_request_context(headers={"Accept-Language": language}):
        current.hold_work(house.work())
        assert shown_hours(starts, starts + timedelta(minutes=minutes)) == shown
