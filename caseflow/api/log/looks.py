"""What the officer who signed a period did in it herself, for another officer's program."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.log.review import ReviewHit, Signed, hit_shown
from caseflow.api.schemas import Out
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.oversight.review import Looks, Signing, knock_at_looks, show_looks, sign_looks
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.permissions import Permission

_LOOKS = "/audit/sign-offs/<uuid:signed>/looks"


class LooksOfReviewer(Out):
    """What the officer who signed a period did in it herself."""

    reviewer = fields.UUID(required=True)
    counts = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    hits = fields.List(fields.Nested(ReviewHit), required=True)
    sample = fields.List(fields.Integer(), required=True)


class SignLooksOff(InSchema):
    """All hits and the whole sample of what she did herself were looked at."""

    looked = fields.Boolean(required=True)
    note = Line(most=4000, required=False)


def looks(signed: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Give what the reviewer did herself."""
    return show_looks(current.work(), current.actor(), signed)


def sign(signed: UUID, sent: Sent) -> object:
    """Sign it off."""
    said = sent.body
    signing = Signing(0, looked=said["looked"], note=said.get("note") or "")
    answer = sign_looks(current.work(), current.actor(), signed, signing)
    return Given({"id": answer.value}) if isinstance(answer, Done) else answer


def _looks_shown(found: Looks) -> Mapping[str, Any]:
    return {
        "reviewer": found.signed.reviewer,
        "counts": found.findings.counts,
        "hits": [hit_shown(each) for each in found.findings.hits],
        "sample": found.findings.sample,
    }


def _knock_at_looks(signed: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_looks(current.work(), current.actor(), signed, again=again)


_REVIEW = Permission.REVIEW_LOG
CALLS = (
    Call(
        method="GET",
        address=_LOOKS,
        summary="What the officer who signed a period off did in it herself.",
        permission=_REVIEW,
        gives=LooksOfReviewer,
        act=looks,
        show=_looks_shown,
        knock=_knock_at_looks,
    ),
    Call(
        method="POST",
        address=_LOOKS,
        summary="Sign it off, as another officer.",
        permission=_REVIEW,
        takes=SignLooksOff,
        gives=Signed,
        act=sign,
        knock=_knock_at_looks,
        fresh_factor=True,
    ),
)
