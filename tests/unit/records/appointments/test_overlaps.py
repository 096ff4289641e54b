from datetime import UTC, datetime, timedelta
from uuid import UUID

from caseflow.records.appointment_of import Hours
from caseflow.records.appointments.overlaps import overlapping
from caseflow.vocabulary.states import AppointmentState

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
PLANNED = AppointmentState.PLANNED


def _at(number: int, begin: int, end: int, state: AppointmentState = PLANNED) -> tuple[UUID, Hours]:
    starts, ends = (NINE + timedelta(minutes=each) for each in (begin, end))
    return UUID(int=number), Hours(starts, ends, state)


def _found(*hours: tuple[UUID, Hours]) -> set[int]:
    return {each.int for each in overlapping(hours)}


def test_two_that_share_time_are_said_and_two_that_touch_are_not() -> None:
    assert _found(_at(1, 0, 60), _at(2, 60, 90)) == set()
    assert _found(_at(2, 59, 90), _at(1, 0, 60), _at(3, 90, 95)) == {1, 2}


def test_a_long_one_overlaps_all_that_lie_in_it() -> None:
    assert _found(_at(1, 0, 300), _at(2, 10, 20), _at(3, 200, 210), _at(4, 300, 310)) == {1, 2, 3}


def test_what_is_off_takes_no_time() -> None:
    assert _found(_at(1, 0, 60), _at(2, 0, 60, AppointmentState.CANCELLED)) == set()
