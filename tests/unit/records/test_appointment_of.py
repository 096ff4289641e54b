from datetime import UTC, datetime

import pytest

from caseflow.records.appointment_of import Hours
from caseflow.vocabulary.states import AppointmentState

AT = datetime(2026, 3, 4, 13, tzinfo=UTC)


# How a whole one is read: tests/unit/records/appointments, from the drawer on.
@pytest.mark.parametrize("state", AppointmentState)
def test_only_what_was_cancelled_is_off(state: AppointmentState) -> None:
    assert Hours(AT, AT, state).is_off == (state is AppointmentState.CANCELLED)
