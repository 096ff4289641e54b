from caseflow.http.appointment_words import APPOINTMENTS
from caseflow.vocabulary.states import AppointmentState


def test_every_state_has_its_words() -> None:
    assert set(APPOINTMENTS) == set(AppointmentState)
