from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from flask import Flask

from caseflow.http import current
from caseflow.web.clients.her_appointments import latest
from tests.factories.house import House

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _ending(days: int) -> Any:  # noqa: ANN401 - what an appointment has of this
    return SimpleNamespace(ends=NOW + timedelta(days=days))


# What stands on her first page: tests/unit/web/appointments/test_make.py.
def test_a_story_shows_what_lies_ahead_and_the_last_ten_that_have_been(
    app: Flask, house: House
) -> None:
    found = [_ending(days) for days in range(20, -20, -1)]
    with app.test_request_context():
        current.hold_work(house.work())
        assert latest(found) == found[:30]
