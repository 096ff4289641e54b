from datetime import UTC, datetime, timedelta

import pytest

from caseflow.records.lookup_throttle import held_back, must_wait, remember_failure
from caseflow.vocabulary.configuration import Throttle
from tests.factories.house import House, StoppedClock

THROTTLE = Throttle(
    free=2, first_delay=timedelta(seconds=2), longest_delay=timedelta(seconds=7), most=6
)
INSTANT = timedelta(microseconds=1)
BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "waited", "expected"),
    [
        (0, 0, False),
        (1, 0, False),
        (2, 0, True),
        (2, 1.9, True),
        (2, 2, False),
        (3, 3.9, True),
        (3, 4, False),
        (4, 6.9, True),  # eight seconds, but for the longest delay
        (4, 7, False),
        (5, 7, False),
        (6, 7, True),
        (6, 86400, True),
    ],
)
def test_the_delay_doubles_up_to_the_longest_and_then_nothing_more_is_tried(
    failures: int, waited: float, *, expected: bool
) -> None:
    now = BEGIN + timedelta(seconds=waited)
    assert must_wait(THROTTLE, [BEGIN] * failures, now) is expected


def test_failures_count_for_her_in_every_session_and_pass_with_a_session_s_length(
    house: House, clock: StoppedClock
) -> None:
    berta, again = house.actor("berta", "beratung"), house.actor("berta", "beratung")
    lea = house.actor("lea", "beratung")
    work = house.work(berta)
    limits = work.configuration.limits
    for number in range(limits.lookup.free):
        assert not held_back(work, berta), number
        remember_failure(work, berta)
    assert held_back(work, berta)
    assert held_back(work, again)
    assert not held_back(work, lea)
    clock.advance(limits.lookup.first_delay)
    assert not held_back(work, berta)
    for _ in range(limits.lookup.most):
        remember_failure(work, berta)
    clock.advance(limits.session_absolute - INSTANT)
    assert held_back(work, berta)
    clock.advance(INSTANT)
    assert not held_back(work, berta)
