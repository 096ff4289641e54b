"""Answer a handover: accept it, decline it with a reason, or take an own one back."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_by
from caseflow.api.schemas import Out
from caseflow.handovers import (
    Accepted,
    accept_handover,
    decline_handover,
    knock_at_handover,
    withdraw_handover,
)
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import HandoverState


class WhyNot(InSchema):
    """Why she cannot come; both units read it."""

    reason = Line(most=2000)


class AnsweredHandover(Out):
    """A handover that has ended; client and case where a consent carried her."""

    state = fields.String(required=True)
    client = fields.UUID(required=True, allow_none=True)
    case = fields.UUID(required=True, allow_none=True)


def accept(handover: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Accept a handover; a consent that carries her opens a case."""
    return accept_handover(current.work(), current.actor(), handover)


def decline(handover: UUID, sent: Sent) -> object:
    """Decline a handover."""
    return decline_handover(current.work(), current.actor(), handover, sent.body["reason"])


def withdraw(handover: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Take back a handover that nobody has answered."""
    return withdraw_handover(current.work(), current.actor(), handover)


def _accepted(accepted: Accepted) -> Mapping[str, Any]:
    return {"state": HandoverState.ACCEPTED, "client": accepted.client, "case": accepted.case}


def _ended(_handover: UUID, state: HandoverState) -> Mapping[str, Any]:
    return {"state": state, "client": None, "case": None}


CALLS = (
    Call(
        method="POST",
        address="/handovers/<uuid:handover>/acceptance",
        summary="Accept a handover.",
        permission=Permission.HAND_OVER,
        gives=AnsweredHandover,
        act=accept,
        show=_accepted,
        knock=knock_by(knock_at_handover, Act.HANDOVER_ACCEPT),
    ),
    Call(
        method="POST",
        address="/handovers/<uuid:handover>/decline",
        summary="Decline a handover.",
        permission=Permission.HAND_OVER,
        takes=WhyNot,
        gives=AnsweredHandover,
        act=decline,
        show=partial(_ended, state=HandoverState.DECLINED),
        knock=knock_by(knock_at_handover, Act.HANDOVER_DECLINE),
    ),
    Call(
        method="POST",
        address="/handovers/<uuid:handover>/withdrawal",
        summary="Take back a handover of the acting unit.",
        permission=Permission.HAND_OVER,
        gives=AnsweredHandover,
        act=withdraw,
        show=partial(_ended, state=HandoverState.WITHDRAWN),
        knock=knock_by(knock_at_handover, Act.HANDOVER_WITHDRAW),
    ),
)
