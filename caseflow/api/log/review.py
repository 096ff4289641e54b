"""The review for an officer's program: the open period, and the sign-off."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from marshmallow import fields, validate

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import Out
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.oversight.review import (
    Hit,
    Review,
    Signing,
    begin_review,
    show_review,
    sign_off,
)
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.permissions import Permission

_LARGEST = 2**31 - 1
_POSITION = validate.Range(0, _LARGEST)
_MOST = 200


class ReviewHit(Out):
    """What a rule brings up: why, and the first fifty of its entries."""

    rule = fields.String(required=True)
    staff = fields.UUID(required=True, allow_none=True)
    unit = fields.UUID(required=True, allow_none=True)
    count = fields.Integer(required=True)
    positions = fields.List(fields.Integer(), required=True)
    values = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class ReviewPeriod(Out):
    """The part of the log that nobody has signed off yet; without an end before it has begun."""

    first = fields.Integer(required=True)
    unsigned = fields.Integer(required=True)
    size = fields.Integer(required=True, allow_none=True)
    root = fields.String(required=True, allow_none=True)
    seed = fields.String(required=True, allow_none=True)
    grown = fields.Boolean(required=True, allow_none=True)
    counts = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    hits = fields.List(fields.Nested(ReviewHit), required=True)
    sample = fields.List(fields.Integer(), required=True)
    open_looks = fields.List(fields.UUID(), required=True)


class SignPeriodOff(InSchema):
    """Up to which size of the log; all hits and the whole sample were looked at."""

    size = fields.Integer(required=True, validate=validate.Range(1, _LARGEST))
    looked = fields.Boolean(required=True)
    note = Line(most=4000, required=False)


class Signed(Out):
    """A sign-off."""

    id = fields.UUID(required=True)


def period(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Give the period; before somebody has begun with it only how much there is."""
    return show_review(current.work(), current.actor())


def begin(sent: Sent) -> object:
    """Begin with it, and give it; where somebody has begun before, hers stays the beginning."""
    answer = begin_review(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    current.work().finish()
    return period(sent)


def sign(sent: Sent) -> object:
    """Sign it off."""
    said = sent.body
    signing = Signing(said["size"], looked=said["looked"], note=said.get("note") or "")
    answer = sign_off(current.work(), current.actor(), signing)
    return Given({"id": answer.value}) if isinstance(answer, Done) else answer


def _shown(review: Review) -> Mapping[str, Any]:
    period, found = review.period, review.findings
    return {
        "first": review.first,
        "unsigned": review.unsigned,
        "size": period and period.head.size,
        "root": period and period.head.root.hex(),
        "seed": period and period.seed.hex(),
        "grown": period and period.grown,
        "counts": {} if found is None else found.counts,
        "hits": [] if found is None else [hit_shown(each) for each in found.hits],
        "sample": () if found is None else found.sample,
        "open_looks": sorted(review.open_looks),
    }


def hit_shown(hit: Hit) -> Mapping[str, Any]:
    """Return a hit as programs read it."""
    return {**asdict(hit), "rule": hit.rule.value}


_REVIEW = Permission.REVIEW_LOG
CALLS = (
    Call(
        method="GET",
        address="/audit/review",
        summary="The part of the log that nobody has signed off, and what to look at.",
        permission=_REVIEW,
        gives=ReviewPeriod,
        act=period,
        show=_shown,
    ),
    Call(
        method="POST",
        address="/audit/review",
        summary="Begin with the review: from now on the end of its period is fixed.",
        permission=_REVIEW,
        gives=ReviewPeriod,
        act=begin,
        show=_shown,
    ),
    Call(
        method="POST",
        address="/audit/sign-offs",
        summary="Sign off the log up to a checkpoint.",
        permission=_REVIEW,
        takes=SignPeriodOff,
        gives=Signed,
        act=sign,
        fresh_factor=True,
    ),
)
