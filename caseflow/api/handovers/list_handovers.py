"""List the handovers that wait for the acting unit, or that it has sent."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.cut_page import cut_page
from caseflow.api.pages import Paged
from caseflow.api.schemas import Instant, Out, listing
from caseflow.api.units import Units
from caseflow.handovers import Direction, HandoverView, WrittenSlip, list_handovers
from caseflow.http import current
from caseflow.http.schemas import one_of
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class AskHandovers(Paged):
    """Which way they go, seen from the acting unit: `in` unless said."""

    direction = fields.String(
        validate=one_of(Direction), metadata={"enum": [way.value for way in Direction]}
    )


class ShownSlip(Out):
    """What the units must know; without a consent there is no note."""

    urgency = fields.String(required=True)
    languages = fields.List(fields.String(), required=True)
    children = fields.Integer(required=True)
    note = fields.String(required=True, allow_none=True)


class ShownPerson(Out):
    """Who she is, as far as the consent that carries her opens it."""

    code = fields.String(required=True)
    name = fields.String(required=True, allow_none=True)
    birth_year = fields.String(required=True, allow_none=True)


class ShownHandover(Out):
    """A handover as one of its two units sees it; `reason` is why it was declined.

    Without a consent that carries her, `client` and `person` are null to the unit that receives.
    """

    id = fields.UUID(required=True)
    from_unit = fields.String(required=True)
    to_unit = fields.String(required=True)
    state = fields.String(required=True)
    slip = fields.Nested(ShownSlip, required=True, allow_none=True)
    client = fields.UUID(required=True, allow_none=True)
    person = fields.Nested(ShownPerson, required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    sent_at = Instant(required=True)
    expires_at = Instant(required=True)
    decided_at = Instant(required=True, allow_none=True)


def list_all(sent: Sent) -> Given | Refused:
    """List the unit's handovers of one direction, the open ones first, then the newest."""
    direction = Direction(sent.query.get("direction", Direction.IN))
    answer = list_handovers(current.work(), current.actor(), direction)
    if isinstance(answer, Refused):
        return answer
    units = Units()
    return Given(cut_page([_shown(view, units) for view in answer.value], sent.query))


def _shown(view: HandoverView, units: Units) -> Mapping[str, Any]:
    return {
        "id": view.id,
        "from_unit": units.slug(view.from_unit),
        "to_unit": units.slug(view.to_unit),
        "state": view.state.value,
        "slip": None if view.slip is None else _slip(view.slip),
        "client": view.client,
        "person": None if view.slip is None else _person(view.slip),
        "reason": view.reason or None,
        "sent_at": view.sent_at,
        "expires_at": view.expires_at,
        "decided_at": view.decided_at,
    }


def _slip(slip: WrittenSlip) -> Mapping[str, Any]:
    return {
        "urgency": slip.urgency.value,
        "languages": slip.languages,
        "children": slip.children,
        "note": slip.note or None,
    }


def _person(slip: WrittenSlip) -> Mapping[str, Any] | None:
    if not slip.code:
        return None
    return {"code": slip.code, "name": slip.name or None, "birth_year": slip.birth_year or None}


CALL = Call(
    method="GET",
    address="/handovers",
    summary="List the handovers of the acting unit.",
    permission=Permission.HAND_OVER,
    asks=AskHandovers,
    gives=listing(ShownHandover, "Handovers"),
    act=list_all,
)
