from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from caseflow.subject_rights.retention.periods import over_at

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("reference", "months", "over"),
    [
        ("2023-01-01T00:00", 36, "2027-01-01T00:00"),
        ("2023-12-31T23:59", 36, "2027-01-01T00:00"),
        ("2026-03-02T09:00", 3, "2027-04-01T00:00"),
        ("2026-03-02T09:00", 120, "2037-01-01T00:00"),
        ("2026-03-02T09:00", 11, "2027-12-01T00:00"),
    ],
)
def test_a_period_begins_with_the_year_after_its_event(
    reference: str, months: int, over: str
) -> None:
    at = datetime.fromisoformat(reference).replace(tzinfo=BERLIN)
    assert over_at(at, months, BERLIN) == datetime.fromisoformat(over).replace(tzinfo=BERLIN)


def test_the_year_is_that_of_the_provider() -> None:
    in_london_still_2025 = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
    assert over_at(in_london_still_2025, 36, BERLIN).year == 2030
