"""Take in the cosignature of an officer's witness, and say up to where the log is anchored."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import Instant, Out
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.oversight import Anchor, hand_in_cosignature, show_anchor
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class Cosignature(InSchema):
    """A checkpoint of this log with the cosignature of a witness, and the witness's key."""

    note = fields.String(required=True)
    key = Line(most=400)


class GivenAnchor(Out):
    """The last head that a witness has seen."""

    size = fields.Integer(required=True)
    at = Instant(required=True, allow_none=True)
    unanchored = fields.Integer(required=True)


def hand_in(sent: Sent) -> object:
    """Keep that a witness has seen a head."""
    work, actor = current.work(), current.actor()
    return hand_in_cosignature(work, actor, sent.body["note"], sent.body["key"])


def show(sent: Sent) -> Given | Refused:  # noqa: ARG001 - every call is given what was sent
    """Say up to where the log is anchored."""
    answer = show_anchor(current.work(), current.actor())
    return answer if isinstance(answer, Refused) else Given(_shown(answer.value))


def _shown(anchor: Anchor) -> Mapping[str, Any]:
    return {"size": anchor.size, "at": anchor.at, "unanchored": anchor.unanchored}


CALLS = (
    Call(
        method="GET",
        address="/audit/cosignatures",
        summary="Up to where a witness has seen the log.",
        permission=Permission.REVIEW_LOG,
        gives=GivenAnchor,
        act=show,
    ),
    Call(
        method="POST",
        address="/audit/cosignatures",
        summary="Hand in the cosignature of a witness.",
        permission=Permission.REVIEW_LOG,
        takes=Cosignature,
        gives=GivenAnchor,
        act=hand_in,
        show=_shown,
    ),
)
