from caseflow.web.appointments.appointment_form import ChangedAppointment, NewAppointment


def test_a_new_one_lies_in_a_category_and_a_changed_one_names_its_version() -> None:
    new, changed = set(NewAppointment().fields), set(ChangedAppointment().fields)
    assert new - changed == {"category"}
    assert changed - new == {"version", "take_over"}
