from datetime import timedelta

import pytest

from caseflow.oversight.rules.off_shift import OffShift
from caseflow.oversight.rules.seen import Seen
from tests.unit.oversight.rules.entries import MONDAY, SHELTER, found, seen, setting

NIGHT = MONDAY + timedelta(hours=14)


@pytest.mark.parametrize(
    ("entry", "hits"),
    [
        (seen(), 0),
        (seen(at=NIGHT), 1),
        (seen(at=NIGHT, unit=SHELTER), 0),
        (seen(at=NIGHT, permitted=False), 0),
        (seen(at=MONDAY - timedelta(days=1)), 1),
        # Seven in the morning by the clocks of the provider is six by those of the world.
        (seen(at=MONDAY.replace(hour=6)), 0),
        (seen(at=MONDAY.replace(hour=5, minute=59)), 1),
    ],
)
def test_outside_the_hours_of_the_weekday_it_is_found(entry: Seen, hits: int) -> None:
    assert len(found(OffShift(setting()), entry)) == hits


def test_on_a_public_holiday_nobody_is_expected() -> None:
    assert found(OffShift(setting(holidays=frozenset({MONDAY.date()}))), seen())
