"""The findings of reviews, for an officer's program."""

from dataclasses import asdict
from uuid import UUID

from marshmallow import fields, validate

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import Instant, Out
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.oversight.review import (
    close_finding,
    knock_at_finding,
    list_findings,
    note_finding,
)
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.review_rules import Rule

_POSITION = validate.Range(0, 2**31 - 1)
_MOST = 200


class KeptFinding(Out):
    """A finding that was kept or closed."""

    id = fields.UUID(required=True)


class ReviewFindingOut(Out):
    """A finding; a text that is damaged is null."""

    id = fields.UUID(required=True)
    rule = fields.String(required=True)
    positions = fields.List(fields.Integer(), required=True)
    note = fields.String(required=True, allow_none=True)
    noted_by = fields.UUID(required=True)
    noted_at = Instant(required=True)
    done = fields.String(required=True, allow_none=True)
    closed_by = fields.UUID(required=True, allow_none=True)
    closed_at = Instant(required=True, allow_none=True)


class ReviewFindings(Out):
    """All findings, the open ones first."""

    items = fields.List(fields.Nested(ReviewFindingOut), required=True)


class NoteFinding(InSchema):
    """What was found, in which entries; sealed to the officers."""

    rule = fields.String(
        required=True, validate=one_of(Rule), metadata={"enum": [each.value for each in Rule]}
    )
    positions = fields.List(
        fields.Integer(validate=_POSITION), required=True, validate=validate.Length(max=_MOST)
    )
    note = Line(most=4000)


class CloseFinding(InSchema):
    """What was done about it; sealed to the officers."""

    done = Line(most=4000)


def findings(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Give the findings with their texts."""
    answer = list_findings(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    return Given({"items": [asdict(each) for each in answer.value]})


def note(sent: Sent) -> object:
    """Keep a finding."""
    said = sent.body
    answer = note_finding(
        current.work(), current.actor(), said["rule"], said["positions"], said["note"]
    )
    return Given({"id": answer.value}) if isinstance(answer, Done) else answer


def close(finding: UUID, sent: Sent) -> object:
    """Close a finding."""
    answer = close_finding(current.work(), current.actor(), finding, sent.body["done"])
    return Given({"id": finding}) if isinstance(answer, Done) else answer


def knock(finding: UUID, *, again: bool = False) -> Refused | None:
    """Say whether there is such a finding."""
    return knock_at_finding(current.work(), current.actor(), finding, again=again)


_REVIEW = Permission.REVIEW_LOG
CALLS = (
    Call(
        method="GET",
        address="/audit/findings",
        summary="The findings of reviews.",
        permission=_REVIEW,
        gives=ReviewFindings,
        act=findings,
    ),
    Call(
        method="POST",
        address="/audit/findings",
        summary="Keep a finding.",
        permission=_REVIEW,
        takes=NoteFinding,
        gives=KeptFinding,
        act=note,
    ),
    Call(
        method="POST",
        address="/audit/findings/<uuid:finding>/closure",
        summary="Say what was done about a finding.",
        permission=_REVIEW,
        takes=CloseFinding,
        gives=KeptFinding,
        act=close,
        knock=knock,
    ),
)
