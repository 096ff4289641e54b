"""Spell what a partner is told, as programs read it."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from caseflow.api.schemas import Instant, Out
from caseflow.disclosures import HandOut, Made


class ToldPiece(Out):
    """A piece that is told; where it may speak of others its words are there when released."""

    id = fields.String(required=True)
    category = fields.String(required=True)
    redacted = fields.Boolean(required=True)


class ToldEntry(ToldPiece):
    """An entry as it is told."""

    kind = fields.String(required=True)
    occurred_on = fields.String(required=True)
    title = fields.String(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)


class ToldAnswer(ToldPiece):
    """An answer as it is told."""

    question = fields.String(required=True)
    told_on = fields.String(required=True)
    value = fields.Raw(required=True, allow_none=True)


class PartnersCopy(Out):
    """What leaves; nothing of it says which unit told it."""

    id = fields.UUID(required=True)
    partner = fields.UUID(required=True)
    purpose = fields.String(required=True)
    at = Instant(required=True)
    entries = fields.List(fields.Nested(ToldEntry), required=True)
    answers = fields.List(fields.Nested(ToldAnswer), required=True)


def shown_made(made: Made) -> Mapping[str, Any]:
    """Return a hand-out as it leaves."""
    return {
        "id": made.id,
        "partner": made.partner,
        "purpose": made.purpose,
        "at": made.at,
        **shown_hand_out(made.hand_out),
    }


def shown_hand_out(hand_out: HandOut) -> Mapping[str, Any]:
    """Return its pieces."""
    return {
        "entries": [
            {
                "id": each.id,
                "category": each.category,
                "redacted": each.redacted,
                "kind": each.kind,
                "occurred_on": each.occurred_on,
                "title": each.title,
                "text": each.text,
            }
            for each in hand_out.entries
        ],
        "answers": [
            {
                "id": each.id,
                "category": each.category,
                "redacted": each.redacted,
                "question": each.question,
                "told_on": each.told_on,
                "value": None if each.answer is None else each.answer.value,
            }
            for each in hand_out.answers
        ],
    }
