"""Read the summary that a client has approved, with what stood there before."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.clients.pieces import (
    OutDamaged,
    OutParagraph,
    damaged_shown,
    paragraph_shown,
)
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Instant, Out, Reasoned
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.records import StoryParagraph, Summary, open_summary
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission


class OutFormer(Out):
    """What stood in a paragraph before, with the name of whoever wrote it then."""

    version = fields.Integer(required=True)
    text = fields.String(required=True)
    approved_on = fields.Date(required=True)
    recorded_at = Instant(required=True)
    author = fields.String(required=True)


class OutParagraphThen(OutParagraph):
    """A paragraph as it stands, and as it stood before, the newest first."""

    before = fields.List(
        fields.Nested(OutFormer),
        required=True,
        metadata={"description": "Of the acting unit's own paragraphs; of others always empty."},
    )


class OutSummary(Out):
    """The paragraphs that are open, by the day on which she approved them."""

    paragraphs = fields.List(fields.Nested(OutParagraphThen), required=True)
    damaged = fields.List(fields.Nested(OutDamaged), required=True)


def read_summary(client: UUID, sent: Sent) -> object:
    """Open it to whom the story shows it; a closed case opens with a reason only."""
    return open_summary(current.work(), current.actor(), client, sent.query.get("reason", ""))


def _shown(summary: Summary) -> Mapping[str, Any]:
    units = Units()
    return {
        "paragraphs": [
            {**paragraph_shown(units, each.now), "before": [_former(once) for once in each.before]}
            for each in summary.paragraphs
        ],
        "damaged": [damaged_shown(units, each) for each in summary.damaged],
    }


def _former(once: StoryParagraph) -> Mapping[str, Any]:
    origin = once.origin
    return {
        "version": origin.version,
        "text": once.text,
        "approved_on": once.approved_on,
        "recorded_at": origin.recorded_at,
        "author": origin.author,
    }


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>/summary",
    summary="The summary that she has approved, with what stood there before.",
    permission=Permission.READ_FACTS,
    asks=Reasoned,
    gives=OutSummary,
    act=read_summary,
    show=_shown,
    knock=knock_for(Act.STORY_READ),
)
