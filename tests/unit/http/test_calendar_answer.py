from datetime import UTC, datetime

from flask import Flask

from caseflow.http import current
from caseflow.http.calendar_answer import MEDIA_TYPE, own_hours
from caseflow.http.file_answer import SANDBOX
from caseflow.records.appointment_of import Hours
from caseflow.records.appointments import OwnHour
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import AppointmentState
from tests.factories.house import House

AT = datetime(2026, 3, 4, 13, 30, tzinfo=UTC)


# One appointment, and what must not stand in a file: tests/unit/web/appointments/test_give_out.py.
def test_hours_go_out_as_a_file_in_the_readers_language(app: Flask, house: House) -> None:
    off = OwnHour(
        new_id(), new_id(), Hours(AT, AT, AppointmentState.CANCELLED), 3, AT, overlaps=False
    )
    with app.test_request_context(headers={"Accept-Language": "en"}):
        current.hold_work(house.work())
        answer = own_hours([off])
    assert answer.content_type == f"{MEDIA_TYPE}; charset=utf-8"
    assert answer.headers["Content-Security-Policy"] == SANDBOX
    assert "SEQUENCE:2\r\nSTATUS:CANCELLED\r\nSUMMARY:Appointment" in answer.get_data(as_text=True)
