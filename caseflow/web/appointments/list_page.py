"""List the appointments of a client: what lies ahead, and what has been."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records.appointments import list_appointments, shared_hours
from caseflow.records.story import StoryAppointment
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import AppointmentState
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.her_appointments import is_over
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.shell import page
from caseflow.web.shown_hours import shown_hours


@policy(Permission.READ_STORY)
def show_appointments(client: UUID) -> Response:
    """Show them, and where one of hers who looks takes the same time as another."""
    return _show(client, "")


@policy(Permission.READ_STORY)
def send_appointments(client: UUID) -> Response:
    """Show those of a closed case for a reason, which stands in no address."""
    return for_reason(partial(_show, client))


def _show(client: UUID, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    work, actor = current.work(), current.actor()
    answer = list_appointments(work, actor, client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    ahead = [each for each in answer.value.items if not is_over(each)]
    mine = not reason and any(each.staff == actor.staff for each in ahead)
    return page(
        "appointments/list.html",
        client=frame,
        words=frame.words,
        ahead=ahead,
        over=[each for each in reversed(answer.value.items) if is_over(each)],
        shared=shared_hours(work, actor) if mine else frozenset(),
        damaged=bool(answer.value.damaged),
        own_unit=actor.unit,
        begun=_begun,
        states=AppointmentState,
        shown_hours=shown_hours,
    )


def _begun(found: StoryAppointment) -> bool:
    return found.starts <= current.work().clock.now()
