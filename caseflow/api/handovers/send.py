"""Propose a client to another unit."""

import dataclasses
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Created, created, several
from caseflow.api.units import Units
from caseflow.handovers import Slip, send_handover
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.vocabulary.permissions import Permission

_ON_SLIP = frozenset({"urgency", "languages", "children", "note"})


class NewSlip(InSchema):
    """The least that the other unit must know; a note with a consent only."""

    urgency = fields.String(required=True)
    languages = several()
    children = fields.Integer(required=True, strict=True)
    note = fields.String(allow_none=True)


class NewHandover(InSchema):
    """From the acting unit to another, and the consent that carries her, if she gave one."""

    from_unit = fields.String(required=True)
    to_unit = fields.String(required=True)
    consent = fields.UUID(allow_none=True)
    slip = fields.Nested(NewSlip, required=True)


def send(client: UUID, sent: Sent) -> object:
    """Send the handover; the slip is sealed to both units."""
    body = sent.body
    [to_unit] = Units().named([body["to_unit"]])
    answer = send_handover(
        current.work(), current.actor(), client, to_unit, body.get("consent"), _slip(body["slip"])
    )
    if isinstance(answer, Invalid):
        return Invalid(tuple(map(_said_here, answer.problems)))
    return answer


def _slip(said: Mapping[str, Any]) -> Slip:
    return Slip(said["urgency"], said["languages"], said["children"], said.get("note") or "")


def _said_here(problem: Problem) -> Problem:
    """Return a problem at the field that a program has sent."""
    if problem.field in _ON_SLIP:
        return dataclasses.replace(problem, field=f"slip.{problem.field}")
    return problem


CALL = Call(
    method="POST",
    address="/clients/<uuid:client>/handovers",
    summary="Propose her to another unit.",
    permission=Permission.HAND_OVER,
    takes=NewHandover,
    gives=Created,
    status=201,
    act=send,
    show=created,
    own_unit=("from_unit",),
    knock=knock_for(Act.HANDOVER_SEND),
)
