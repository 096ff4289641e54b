from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import COMMAND_LINE, PROGRAM, Caller
from caseflow.identity.known_browsers import browser_of, browsers_of, remember_browser
from caseflow.identity.login_throttle import count_try
from caseflow.identity.staff_rows import staff_by_id
from caseflow.identity.tries import count_caller, forget_all, forget_caller
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import House, StoppedClock
from tests.unit.identity.people import address

BERTA = address("berta")


def berta(house: House, work: Work) -> Staff:
    found = staff_by_id(work, house.staff["berta"])
    assert found is not None
    return found


def test_each_place_is_counted_for_itself(house: House) -> None:
    work = house.work()
    row = berta(house, work)
    known = [Caller(remember_browser(work, row.id, "")) for _ in range(2)]
    for number in (1, 2):
        for caller in (*known, COMMAND_LINE):
            assert count_caller(work, row, BERTA, caller) == number
    # Programs and strange browsers are one.
    strangers = PROGRAM, Caller(""), Caller("x"), PROGRAM
    assert [count_caller(work, row, BERTA, each) for each in strangers] == [1, 2, 3, 4]
    assert count_caller(work, row, f" {BERTA.upper()} ", COMMAND_LINE) == 3


def test_what_strangers_have_tried_is_not_forgotten_when_she_comes_in_from_home(
    house: House,
) -> None:
    work = house.work()
    row = berta(house, work)
    known = Caller(remember_browser(work, row.id, ""))
    for caller in (known, PROGRAM):
        count_caller(work, row, BERTA, caller)
    assert forget_caller(work, row, known)
    assert count_caller(work, row, BERTA, known) == 1
    assert count_caller(work, row, BERTA, PROGRAM) == 2
    assert not forget_caller(work, row, PROGRAM)
    assert count_caller(work, row, BERTA, PROGRAM) == 1
    assert count_caller(work, row, BERTA, known) == 2


def test_a_browser_that_has_used_up_its_tries_is_a_strangers(
    house: House, clock: StoppedClock
) -> None:
    work = house.work()
    row, limits = berta(house, work), work.configuration.limits
    known = Caller(remember_browser(work, row.id, ""))
    counted = []
    for _ in range(limits.login_known_browser + 1):
        counted.append(count_caller(work, row, BERTA, known))
        clock.advance(limits.login.longest_delay)
    assert counted == [*range(1, limits.login_known_browser + 1), 1]
    assert browser_of(work, row.id, known.browser or "") is None


def test_a_browser_that_only_has_to_wait_stays_known(house: House) -> None:
    work = house.work()
    row, known = berta(house, work), Caller(remember_browser(work, house.staff["berta"], ""))
    free = work.configuration.limits.login.free
    counted = [count_caller(work, row, BERTA, known) for _ in range(free + 1)]
    assert counted[-1] == Refused(Reason.TOO_MANY)
    assert browser_of(work, row.id, known.browser or "") is not None


def test_nobody_types_as_an_address_what_is_counted_besides(house: House) -> None:
    work = house.work()
    row = berta(house, work)
    known = Caller(remember_browser(work, row.id, ""))
    [browser] = browsers_of(work, row.id)
    for typed in (f"command line {BERTA}", f"factor {row.id}", f"browser {browser.id}"):
        assert count_caller(work, None, typed, PROGRAM) == 1
        assert count_caller(work, None, f" {typed.upper()}", PROGRAM) == 2
    for caller in (COMMAND_LINE, known):
        assert count_caller(work, row, BERTA, caller) == 1
    assert count_try(work, f"factor {row.id}") == 1


def test_an_unknown_address_is_counted_alike(house: House) -> None:
    work = house.work()
    token = remember_browser(work, house.staff["berta"], "")
    for number in (1, 2):
        assert count_caller(work, None, "niemand@example.org", Caller(token)) == number


def test_everything_is_forgotten_at_once(house: House) -> None:
    work = house.work()
    row = berta(house, work)
    known = Caller(remember_browser(work, row.id, ""))
    for caller in (known, PROGRAM, COMMAND_LINE):
        count_caller(work, row, BERTA, caller)
    count_try(work, f"factor {row.id}")
    forget_all(work, row, browsers_of(work, row.id))
    for caller in (known, PROGRAM, COMMAND_LINE):
        assert count_caller(work, row, BERTA, caller) == 1
    assert count_try(work, f"factor {row.id}") == 1
