from dataclasses import replace
from datetime import timedelta

from caseflow.records.story import StoryAppointment
from caseflow.subject_rights.copy_appointments import appointment_copy
from caseflow.vocabulary.safe_contact import Way
from caseflow.vocabulary.states import AppointmentState
from tests.unit.subject_rights.test_copy_pieces import KEPT, ORIGIN, RELEASED
from tests.unit.subject_rights.views import GIVER, NOW

HOUR = StoryAppointment(
    ORIGIN,
    staff=GIVER,
    with_whom="Berta",
    starts=NOW,
    ends=NOW + timedelta(minutes=45),
    title="Antrag",
    place="Café",
    reminder=None,
    state=AppointmentState.MISSED,
)


def test_the_hour_is_hers_and_the_words_are_staffs() -> None:
    kept = appointment_copy(HOUR, KEPT)
    assert (kept["state"], kept["redacted"], kept["title"], kept["place"]) == (
        *("missed", True, None, None),
    )
    told = appointment_copy(replace(HOUR, reminder=Way.SMS), RELEASED)
    assert (told["reminder"], told["redacted"], told["title"], told["place"]) == (
        *("sms", False, "Antrag", "Café"),
    )
    assert "Berta" not in str([kept, told])
