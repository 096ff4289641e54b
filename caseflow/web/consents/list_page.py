"""List a client's consents: what she allowed, where it stands, and what of it still waits."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.consents import ConsentView, list_consents
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import ConsentState
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.consents.desk_words import form_name, state_name
from caseflow.web.moments import day_of, last_day, moment
from caseflow.web.shell import page

OVER = frozenset({ConsentState.WITHDRAWN, ConsentState.EXPIRED})


@policy(Permission.RECORD_CONSENT)
def show_consents(client: UUID) -> Response:
    """Show the consents in which the unit gives, receives or recorded."""
    return _show(client, "")


@policy(Permission.RECORD_CONSENT)
def send_consents(client: UUID) -> Response:
    """Show the consents of a closed case for a reason, which stands in no address."""
    return for_reason(partial(_show, client))


def _show(client: UUID, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    answer = list_consents(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "consents/list.html",
        client=frame,
        words=words(outside=True),
        consents=answer.value,
        staff=_recorders(answer.value),
        over=OVER,
        state_name=state_name,
        form_name=form_name,
        moment=moment,
        day_of=day_of,
        last_day=last_day,
    )


def _recorders(consents: tuple[ConsentView, ...]) -> dict[UUID, str]:
    return names_of(current.work(), {each.recorded_by for each in consents})
