from datetime import timedelta

from caseflow.database.tables.accounts import LoginFailure
from caseflow.identity.log_in import log_in
from caseflow.identity.login_throttle import (
    count_try,
    delay_after,
    forget_failures,
)
from caseflow.identity.sessions import LoggedIn
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import PASSWORD, House, StoppedClock, configuration
from tests.unit.identity.people import address

LIMIT = configuration().limits.login


def guess(house: House, email: str, typed: str = "falsch geraten") -> LoggedIn | Refused:
    work = house.work()
    answer = log_in(work, email, typed)
    work.finish()
    return answer


def test_the_delay_doubles_up_to_the_longest() -> None:
    delays = [delay_after(number, LIMIT) for number in range(LIMIT.most)]
    assert delays[: LIMIT.free] == [timedelta()] * LIMIT.free
    assert delays[LIMIT.free] == LIMIT.first_delay
    assert delays[LIMIT.free + 1] == 2 * LIMIT.first_delay
    assert delays == sorted(delays)
    assert delays[-1] == LIMIT.longest_delay


def test_after_the_free_tries_the_right_password_waits_too(
    house: House, clock: StoppedClock
) -> None:
    for _ in range(LIMIT.free):
        assert guess(house, address("berta")) == Refused(Reason.NOT_OPEN)
    assert guess(house, address("berta"), PASSWORD) == Refused(Reason.TOO_MANY)
    clock.advance(LIMIT.first_delay)
    assert isinstance(guess(house, address("berta"), PASSWORD), LoggedIn)


def test_an_address_that_nobody_has_is_slowed_alike(house: House) -> None:
    answers = [guess(house, "niemand@example.org") for _ in range(LIMIT.free + 1)]
    assert answers == [Refused(Reason.NOT_OPEN)] * LIMIT.free + [Refused(Reason.TOO_MANY)]


def test_a_log_in_begins_to_count_anew(house: House) -> None:
    for _ in range(LIMIT.free - 1):
        guess(house, address("berta"))
    assert isinstance(guess(house, address("berta"), PASSWORD), LoggedIn)
    for _ in range(LIMIT.free):
        assert guess(house, address("berta")) == Refused(Reason.NOT_OPEN)


def test_after_the_most_failures_nothing_is_tried_until_a_reset(
    house: House, clock: StoppedClock
) -> None:
    work = house.work()
    while isinstance(count_try(work, address("berta")), int):
        clock.advance(LIMIT.longest_delay)
    clock.advance(timedelta(days=30))
    held = count_try(work, address("berta"))
    assert held == Refused(Reason.TOO_MANY)
    assert held.wait is None
    forget_failures(work, address("berta"))
    assert count_try(work, address("berta")) == 1


def test_whoever_has_to_wait_is_told_how_many_whole_seconds(
    house: House, clock: StoppedClock
) -> None:
    for _ in range(LIMIT.free + 1):
        guess(house, address("berta"))
        clock.advance(LIMIT.first_delay)
    assert _waits(house, clock) == 1  # two seconds, of which one has passed
    clock.advance(timedelta(milliseconds=-700))
    assert _waits(house, clock) == 2


def _waits(house: House, clock: StoppedClock) -> int | None:
    before = clock.now()
    answer = guess(house, address("berta"), PASSWORD)
    assert isinstance(answer, Refused)
    assert clock.now() == before
    return answer.wait


def test_of_two_tries_that_begin_at_once_one_waits(house: House) -> None:
    first = house.work()
    assert count_try(first, "neu@example.org") == 1
    row = first.session.query(LoginFailure).one()
    first.session.expunge(row)
    # What a second worker does that has seen no row either.
    first.session.add(LoginFailure(account=b"other", failures=1, last_at=row.last_at))
    first.finish()
    second = house.work()
    real_get = second.session.get
    second.session.get = lambda *_, **__: None  # type: ignore[method-assign] # it saw none
    held = count_try(second, "neu@example.org")
    assert held == Refused(Reason.TOO_MANY)
    assert held.wait == 1
    second.session.get = real_get  # type: ignore[method-assign] # as it was


def test_each_try_has_a_number_of_its_own(house: House) -> None:
    work = house.work()
    assert [count_try(work, address("berta")) for _ in range(3)] == [1, 2, 3]
    forget_failures(work, address("berta"))
    assert count_try(work, address("berta")) == 1
