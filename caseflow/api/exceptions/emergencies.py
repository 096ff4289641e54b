"""Declare an emergency access, and review one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Instant, OfUnit, Out, several
from caseflow.exceptions import (
    Danger,
    Declared,
    Finding,
    declare_emergency,
    knock_at_emergency,
    record_client_told,
    review_emergency,
)
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.review_rules import ClientTold


class NewEmergency(OfUnit):
    """Which danger, to whom, why there is no other way, and what must be read."""

    danger = Line(most=2000)
    threatened = Line(most=2000)
    why_no_other_way = Line(most=2000)
    needed_categories = several()


class DeclaredEmergency(Out):
    """An emergency access that runs for whoever declared it, and when it ends by itself."""

    id = fields.UUID(required=True)
    until = Instant(required=True)


class Review(InSchema):
    """Whether it was justified; the note is sealed to the officers."""

    finding = fields.String(
        required=True, validate=one_of(Finding), metadata={"enum": [each.value for each in Finding]}
    )
    note = Line(most=4000, required=False)


class ReviewedEmergency(Out):
    """An emergency access that was reviewed."""

    id = fields.UUID(required=True)
    finding = fields.String(required=True)


def declare(client: UUID, sent: Sent) -> object:
    """Open the needed categories to whoever declares it; the reason goes to the officers."""
    body = sent.body
    danger = Danger(body["danger"], body["threatened"], body["why_no_other_way"])
    needed = frozenset(body["needed_categories"])
    return declare_emergency(current.work(), current.actor(), client, danger, needed)


class ToldClient(InSchema):
    """Whether she knows; that she does not yet needs its reason, sealed to the officers."""

    told = fields.String(
        required=True,
        validate=one_of(ClientTold),
        metadata={"enum": [each.value for each in ClientTold]},
    )
    why = Line(most=4000, required=False)


class ToldEmergency(Out):
    """An emergency access of which it is known whether the client knows."""

    id = fields.UUID(required=True)
    told = fields.String(required=True)


def review(emergency: UUID, sent: Sent) -> object:
    """Record what the officer found."""
    finding, note = sent.body["finding"], sent.body.get("note", "")
    answer = review_emergency(current.work(), current.actor(), emergency, finding, note)
    return Given({"id": emergency, "finding": finding}) if isinstance(answer, Done) else answer


def tell(emergency: UUID, sent: Sent) -> object:
    """Record whether the client knows."""
    told, why = sent.body["told"], sent.body.get("why") or ""
    answer = record_client_told(current.work(), current.actor(), emergency, told, why)
    return Given({"id": emergency, "told": told}) if isinstance(answer, Done) else answer


def _shown(declared: Declared) -> Mapping[str, Any]:
    return {"id": declared.id, "until": declared.until}


def _knock_at(emergency: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_emergency(current.work(), current.actor(), emergency, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/emergency-accesses",
        summary="Declare an emergency: danger to life or limb.",
        permission=Permission.DECLARE_EMERGENCY,
        fresh_factor=True,
        takes=NewEmergency,
        gives=DeclaredEmergency,
        status=201,
        act=declare,
        show=_shown,
        knock=knock_for(Act.EMERGENCY_DECLARE),
    ),
    Call(
        method="POST",
        address="/emergency-accesses/<uuid:emergency>/review",
        summary="Review an emergency access.",
        permission=Permission.REVIEW_EMERGENCY,
        takes=Review,
        gives=ReviewedEmergency,
        act=review,
        knock=_knock_at,
    ),
    Call(
        method="POST",
        address="/emergency-accesses/<uuid:emergency>/told",
        summary="Record whether the client knows of an emergency access, or why not yet.",
        permission=Permission.REVIEW_EMERGENCY,
        takes=ToldClient,
        gives=ToldEmergency,
        act=tell,
        knock=_knock_at,
    ),
)
