"""Spell for a client's copy what a unit told organisations outside: to whom, when, what exactly.

What it was lies in the unit's evidence, and whatever may speak of others was left out when it was
told or released then.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from caseflow.database.tables.records import DisclosureContent
from caseflow.records.story import Damaged
from caseflow.subject_rights.around_her import ToldOutside
from caseflow.subject_rights.copy_terms import Shown, Terms
from caseflow.vault.pieces import Opened
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.questions.stored_answer import stored_answer

Told = Mapping[UUID, Mapping[str, Any]]  # what was told, by disclosure


def told_contents(opened: Opened, damaged: list[Damaged]) -> Told:
    """Return what was told; what does not open any more is named among the damaged."""
    found = {}
    for piece in opened.of(DisclosureContent):
        try:
            found[piece.row.disclosure_id] = json.loads(piece.text("told"))
        except BrokenKey:
            place = piece.place
            table = DisclosureContent.__tablename__
            damaged.append(Damaged(table, piece.row.id, place.unit, place.category))
    return found


def disclosure_copy(found: ToldOutside, told: Told, terms: Terms) -> Shown:
    """Return one disclosure; without its pieces where they are damaged."""
    pieces = told.get(found.id, {"entries": [], "answers": []})
    return {
        "id": str(found.id),
        "consent": str(found.consent),
        "partner": terms.partner(found.partner),
        "purpose": found.purpose,
        "categories": list(found.categories),
        "told_at": instant_text(found.made_at),
        "received_at": _instant(found.acknowledged_at),
        "overtaken_at": _instant(found.overtaken_at),
        "retold": found.retold,
        "retold_at": _instant(found.retold_at),
        "entries": [_entry(each) for each in pieces["entries"]],
        "answers": [_answer(each, terms) for each in pieces["answers"]],
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else instant_text(at)


def _entry(kept: Mapping[str, Any]) -> Shown:
    names = ("id", "category", "kind", "occurred_on", "title", "text")
    return {**{name: kept[name] for name in names}, "redacted": kept["text"] is None}


def _answer(kept: Mapping[str, Any], terms: Terms) -> Shown:
    text, question = kept["answer"], kept["question"]
    asked = terms.configuration.catalogue.question(question)
    return {
        "id": kept["id"],
        "category": kept["category"],
        "question": question,
        "labels": {} if asked is None else dict(asked.labels),
        "told_on": kept["told_on"],
        "redacted": text is None,
        "value": None if text is None else stored_answer(question, text).value,
    }
