"""Answer with a calendar file: of one appointment, or of the coming weeks of whoever asks."""

from collections.abc import Iterable

from flask import Response

from caseflow.http import current
from caseflow.http.file_answer import SANDBOX
from caseflow.http.language import gettext, mark
from caseflow.http.write_calendar import Event, write_calendar
from caseflow.records.appointments import OwnHour, calendar_uid
from caseflow.records.story import StoryAppointment
from caseflow.vocabulary.states import AppointmentState

MEDIA_TYPE = "text/calendar"
TITLE = mark("Appointment")  # of every event: says nothing of anybody


def one_hour(found: StoryAppointment) -> Response:
    """Return the file of one appointment."""
    origin = found.origin
    event = Event(
        calendar_uid(current.work(), origin.id),
        found.starts,
        found.ends,
        origin.recorded_at,
        origin.version - 1,
        found.state is AppointmentState.CANCELLED,
    )
    return _answer([event])


def own_hours(found: Iterable[OwnHour]) -> Response:
    """Return the file of several of one's own."""
    return _answer(
        [
            Event(
                calendar_uid(current.work(), each.id),
                each.hours.starts,
                each.hours.ends,
                each.recorded_at,
                each.version - 1,
                each.hours.is_off,
            )
            for each in found
        ]
    )


def _answer(events: list[Event]) -> Response:
    content = write_calendar(events, gettext(TITLE))
    response = Response(content, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
