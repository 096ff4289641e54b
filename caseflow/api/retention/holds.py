"""Hold something back from being erased, and let it go again."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import Created, Instant, Out, created
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.subject_rights.retention import (
    HeldBack,
    HoldView,
    knock_at_hold,
    lift_hold,
    list_holds,
    set_hold,
)
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.retention import HoldKind

LONGEST = 4000


class NewHold(InSchema):
    """What is held, of whom, and why; the reason is sealed to the officers."""

    kind = fields.String(
        required=True,
        validate=one_of(HoldKind),
        metadata={"enum": [each.value for each in HoldKind]},
    )
    client = fields.UUID()
    file_of = fields.String(metadata={"description": "Slug of the unit whose files are held."})
    reason = Line(most=LONGEST)


class HoldEnd(InSchema):
    """Why it is lifted; sealed to the officers."""

    reason = Line(most=LONGEST)


class StandingHold(Out):
    """Something that is not to be erased; the reason is null where it is damaged."""

    id = fields.UUID(required=True)
    kind = fields.String(required=True)
    client = fields.UUID(required=True, allow_none=True)
    file_of = fields.String(required=True, allow_none=True)
    set_by = fields.UUID(required=True)
    set_at = Instant(required=True)
    reason = fields.String(required=True, allow_none=True)


class Holds(Out):
    """All that stand."""

    items = fields.List(fields.Nested(StandingHold), required=True)


def show_all(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """List the holds that stand."""
    return list_holds(current.work(), current.actor())


def set_(sent: Sent) -> object:
    """Set a hold."""
    slug = sent.body.get("file_of")
    unit = None if slug is None else Units().id(slug, "file_of")
    if isinstance(unit, Problem):
        return Invalid((unit,))
    body = sent.body
    wanted = HeldBack(body["kind"], body.get("client"), unit, body["reason"])
    return set_hold(current.work(), current.actor(), wanted)


def lift(hold: UUID, sent: Sent) -> object:
    """Lift a hold."""
    return lift_hold(current.work(), current.actor(), hold, sent.body["reason"])


def _shown(found: Sequence[HoldView]) -> Mapping[str, Any]:
    units = Units()
    return {
        "items": [
            {
                "id": each.id,
                "kind": each.kind,
                "client": each.client,
                "file_of": None if each.unit is None else units.slug(each.unit),
                "set_by": each.set_by,
                "set_at": each.set_at,
                "reason": each.reason,
            }
            for each in found
        ]
    }


def _knock(hold: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_hold(current.work(), current.actor(), hold, again=again)


CALLS = (
    Call(
        method="GET",
        address="/holds",
        summary="What is not to be erased, and why.",
        permission=Permission.RUN_RETENTION,
        gives=Holds,
        act=show_all,
        show=_shown,
    ),
    Call(
        method="POST",
        address="/holds",
        summary="Hold back a client, a unit, or one unit's file of a client.",
        permission=Permission.RUN_RETENTION,
        takes=NewHold,
        gives=Created,
        status=201,
        act=set_,
        show=created,
    ),
    Call(
        method="POST",
        address="/holds/<uuid:hold>/end",
        summary="Lift a hold.",
        permission=Permission.RUN_RETENTION,
        takes=HoldEnd,
        status=204,
        act=lift,
        knock=_knock,
    ),
)
