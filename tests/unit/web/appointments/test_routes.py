from caseflow.web.appointments.routes import APPOINTMENT_ROUTES


def test_whatever_changes_something_is_sent() -> None:
    sent = [route.name for route in APPOINTMENT_ROUTES if route.method == "POST"]
    assert sent == [
        "send_appointments",
        "send_new_appointment",
        "send_appointment",
        "send_appointment_state",
    ]
