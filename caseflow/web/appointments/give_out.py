"""Give calendar files out: of one appointment, and of the coming weeks of whoever asks."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.calendar_answer import one_hour, own_hours
from caseflow.http.doorkeeper import policy
from caseflow.records.appointments import read_for_file, weeks_for_file
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.error_pages import not_found
from caseflow.web.shell import lead_to


@policy(Permission.READ_STORY)
def show_calendar_file(client: UUID, appointment: UUID) -> Response:
    """Give one out, to be put into a calendar; the trace was committed before."""
    answer = read_for_file(current.work(), current.actor(), appointment, of=client)
    if answer == Refused(Reason.REASON_NEEDED):
        # The list asks for it; what is closed needs no calendar.
        return lead_to(url_for("web.appointments", client=client))
    return refused_sight(answer) if isinstance(answer, Refused) else one_hour(answer.value)


@policy(Permission.READ_STORY)
def show_own_calendar() -> Response:
    """Give the hours of one's own coming weeks out; nobody can ask for them without a log-in."""
    answer = weeks_for_file(current.work(), current.actor())
    return not_found() if isinstance(answer, Refused) else own_hours(answer.value)
