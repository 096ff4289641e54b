"""Tell programs which letters can be written, and what each takes."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import fields

from caseflow.api.schemas import Out
from caseflow.vocabulary.letters import LetterTemplate


class LetterWord(Out):
    """A letter that can be written: to whom, and which fields it takes beside name and address."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    to = fields.List(fields.String(), required=True)
    fields_ = fields.List(fields.String(), data_key="fields", attribute="fields", required=True)
    tells = fields.List(fields.String(), required=True)
    neutral = fields.Boolean(required=True)


def letter_words(letters: Iterable[LetterTemplate], spoken: str) -> list[Mapping[str, Any]]:
    """Return them, called as the language of the answer calls them."""
    return [
        {
            "id": each.key,
            "label": each.words[spoken].label,
            "to": sorted(each.to),
            "fields": each.fields,
            "tells": sorted(each.tells),
            "neutral": each.neutral,
        }
        for each in letters
    ]
