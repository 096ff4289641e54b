from datetime import UTC, datetime, timedelta

import pytest

from caseflow.records.lookup_throttle import held_back, next_try, remember_failure
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.configuration import Throttle
from tests.factories.house import House, StoppedClock

THROTTLE = Throttle(
    free=2, first_delay=timedelta(seconds=2), longest_delay=timedelta(seconds=7), most=6
)
INSTANT = timedelta(microseconds=1)
BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


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
        (6, 86399.9, True),  # the oldest of six counts for a day
        (6, 86400, False),
    ],
)
def test_the_delay_doubles_up_to_the_longest_and_then_the_oldest_has_to_pass(
    failures: int, waited: float, *, expected: bool
) -> None:
    now = BEGIN + timedelta(seconds=waited)
    earliest = next_try(THROTTLE, [BEGIN] * failures, DAY)
    assert (earliest is not None and now < earliest) is expected


def test_too_many_wait_for_the_one_that_brings_them_below_the_most() -> None:
    failures = [BEGIN + timedelta(hours=number) for number in range(8)]
    assert next_try(THROTTLE, failures, DAY) == failures[2] + DAY
    late = [*[BEGIN] * 5, BEGIN + DAY - timedelta(seconds=1)]
    assert next_try(THROTTLE, late, DAY) == late[-1] + THROTTLE.longest_delay


def test_failures_count_for_her_in_every_session_and_pass_with_a_session_s_length(
    house: House, clock: StoppedClock
) -> None:
    berta, again = house.actor("berta", "beratung"), house.actor("berta", "beratung")
    lea = house.actor("lea", "beratung")
    work = house.work(berta)
    limits = work.configuration.limits
    for number in range(limits.lookup.free):
        assert held_back(work, berta) is None, number
        remember_failure(work, berta)
    for actor in (berta, again):
        held = held_back(work, actor)
        assert held == Refused(Reason.TOO_MANY)
        assert held.wait == limits.lookup.first_delay.total_seconds()
    assert held_back(work, lea) is None
    clock.advance(limits.lookup.first_delay)
    assert held_back(work, berta) is None
    for _ in range(limits.lookup.most):
        remember_failure(work, berta)
    clock.advance(limits.session_absolute - INSTANT)
    held = held_back(work, berta)
    assert held is not None
    assert held.wait == 1  # a part of a second is a whole one
    clock.advance(INSTANT)
    assert held_back(work, berta) is None
