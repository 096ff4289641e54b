from datetime import timedelta

import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vault.present_case import kept_from, present_case
from tests.factories.clients import case_at, new_client
from tests.factories.house import House, StoppedClock


def _cases(house: House, clock: StoppedClock) -> tuple[Work, Case, Case]:
    """Return a client's first case, which was closed, and the second."""
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work()
    first = work.session.query(Case).one()
    change(work, first, closed_at=clock.now() + timedelta(days=1))
    work.finish()
    clock.advance(timedelta(days=2))
    case_at(house, berta, known)
    second = work.session.query(Case).filter(Case.closed_at.is_(None)).one()
    return work, first, second


def test_the_open_one_is_the_present_one_else_the_one_closed_last(
    house: House, clock: StoppedClock
) -> None:
    work, first, second = _cases(house, clock)
    assert present_case(work, []) is None
    assert present_case(work, [second, first]) is second
    change(work, second, closed_at=clock.now())
    assert present_case(work, [second, first]) is second
    change(work, first, closed_at=None)
    assert present_case(work, [second, first]) is first


def test_a_broken_seal_leaves_it_in_doubt_unless_one_is_surely_open(
    house: House, clock: StoppedClock
) -> None:
    work, first, second = _cases(house, clock)
    first.restricted = True
    assert present_case(work, [first, second]) is second
    assert present_case(work, [first]) is None
    change(work, second, closed_at=clock.now())
    assert present_case(work, [first, second]) is None
    assert {alarm.table for alarm in work.alarms} == {"cases"}
    work.put_away()


@pytest.mark.parametrize("restricted", [True, False])
def test_a_restricted_case_is_kept_from_all_but_the_assigned(
    house: House, clock: StoppedClock, *, restricted: bool
) -> None:
    work, _, case = _cases(house, clock)
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    change(work, case, restricted=restricted, assigned=(berta.staff,))
    assert not kept_from(case, berta)
    assert kept_from(case, lea) is restricted
    assert kept_from(None, berta)
