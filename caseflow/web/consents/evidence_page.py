"""Show to the unit that recorded them how her consents were declared, and the signatures."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.consents import show_evidence, show_signature
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import Authority
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.family_words import authority_name
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.consents.desk_words import receipt_name
from caseflow.web.moments import moment
from caseflow.web.shell import page

_PNG = "image/png"


@policy(Permission.RECORD_CONSENT)
def show_declarations(client: UUID) -> Response:
    """Show who declared, interpreted and witnessed."""
    return _show(client, "")


@policy(Permission.RECORD_CONSENT)
def send_declarations(client: UUID) -> Response:
    """Show it of a closed case, for a reason."""
    return for_reason(partial(_show, client))


@policy(Permission.RECORD_CONSENT)
def show_drawn(client: UUID, consent: UUID) -> Response:
    """Send the picture of a signature."""
    return _send(client, consent, "")


@policy(Permission.RECORD_CONSENT)
def send_drawn(client: UUID, consent: UUID) -> Response:
    """Send that of a closed case, for a reason."""
    return for_reason(partial(_send, client, consent))


def _show(client: UUID, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    answer = show_evidence(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "consents/declarations.html",
        client=frame,
        words=frame.words,
        declarations=answer.value,
        authority_name=_ground,
        receipt_name=receipt_name,
        moment=moment,
    )


def _ground(authority: str) -> str:
    """Return a ground of authority; a program may have said one in words."""
    return authority_name(authority) if authority in list(Authority) else authority


def _send(client: UUID, consent: UUID, reason: str) -> Response:
    answer = show_signature(current.work(), current.actor(), client, consent, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return Response(answer.value, content_type=_PNG)
