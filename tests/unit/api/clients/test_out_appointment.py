from caseflow.api.clients.out_appointment import OutAppointment
from caseflow.api.clients.pieces import OutPiece


# What is dumped of a whole one: tests/unit/api/clients/test_appointments.py.
def test_nothing_else_goes_out() -> None:
    assert set(OutAppointment().fields) - set(OutPiece().fields) == {
        *("id", "starts_at", "ends_at", "title", "place"),
        *("reminder", "state", "with_whom", "author"),
    }


def test_a_program_is_told_to_ask_whether_the_way_to_her_is_open_still() -> None:
    assert "her ways say" in OutAppointment().fields["reminder"].metadata["description"]
