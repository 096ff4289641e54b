"""What she says against a piece, as programs get it beside the piece."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import fields

from caseflow.api.schemas import Out
from caseflow.records import HerWord


class OutHerWord(Out):
    """That she says it is not so, in her words; at whose desk is told to nobody.

    `outcome` is open until the unit of the piece has settled it, and stands where her word stays
    beside the piece, with a reply.
    """

    id = fields.UUID(required=True)
    said_on = fields.Date(required=True)
    text = fields.String(required=True)
    outcome = fields.String(required=True)
    reply = fields.String(required=True)
    version = fields.Integer(required=True)


def her_words_shown(found: Iterable[HerWord]) -> list[Mapping[str, Any]]:
    """Return them as OutHerWord dumps them."""
    return [
        {
            "id": each.id,
            "said_on": each.said_on,
            "text": each.text,
            "outcome": each.outcome,
            "reply": each.reply,
            "version": each.version,
        }
        for each in found
    ]
