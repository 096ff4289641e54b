"""What a story is made of, as programs get it: each piece with where it comes from and why."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from marshmallow import fields

from caseflow.api.clients.her_words import OutHerWord, her_words_shown
from caseflow.api.schemas import Basis, Instant, Out
from caseflow.api.units import Units
from caseflow.records import StoryDocument, StoryEntry, StoryFact, StoryGoal, StoryParagraph
from caseflow.records.story import Damaged, Origin

Shown = Mapping[str, Any]
# Parts of a story that are not called as their tables.
_PARTS = {"summary_paragraphs": "summary", "summary_versions": "before", "corrections": "not_so"}


class OutPiece(Out):
    """Where a piece comes from, what opened it, and its version."""

    unit = fields.String(required=True)
    category = fields.String(required=True)
    basis = fields.Nested(Basis, required=True)
    version = fields.Integer(required=True)


class OutCopied(Out):
    """That a piece is a copy: which unit keeps it, since when, by which consent.

    Once the consent is withdrawn, `kept_for` says on which other basis it stays.
    """

    unit = fields.String(required=True)
    at = Instant(required=True)
    under = fields.UUID(required=True)
    kept_for = fields.String(required=True, allow_none=True)


class OutCopyable(OutPiece):
    """A piece that may be a copy, or be copied by whoever looks."""

    copied = fields.Nested(OutCopied, required=True, allow_none=True)
    copyable = fields.Boolean(required=True)


class OutWords(Out):
    """The words of an entry; one of them may be empty."""

    title = fields.String(required=True)
    text = fields.String(required=True)


class OutEntry(OutCopyable):
    """A dated piece of history, with the name of whoever wrote it last."""

    id = fields.UUID(required=True)
    occurred_on = fields.Date(required=True)
    kind = fields.String(required=True)
    words = fields.Nested(OutWords, required=True, data_key="fields")
    author = fields.String(required=True)
    not_so = fields.List(fields.Nested(OutHerWord), required=True)


class OutFact(OutCopyable):
    """One unit's answer to a question; no value where she withheld it or does not know."""

    id = fields.UUID(required=True)
    question = fields.String(required=True)
    state = fields.String(required=True)
    value = fields.Raw(required=True, allow_none=True)
    told_on = fields.Date(required=True)
    not_so = fields.List(fields.Nested(OutHerWord), required=True)


class OutParagraph(OutPiece):
    """A paragraph of the summary that she has approved."""

    id = fields.UUID(required=True)
    text = fields.String(required=True)
    approved_on = fields.Date(required=True)
    not_so = fields.List(fields.Nested(OutHerWord), required=True)


class OutStep(Out):
    """A step on the way to a goal; it lies in the goal's drawer."""

    id = fields.UUID(required=True)
    occurred_on = fields.Date(required=True)
    text = fields.String(required=True)
    author = fields.String(required=True)
    version = fields.Integer(required=True)


class OutGoal(OutPiece):
    """What she wants to reach, with its steps by day."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    state = fields.String(required=True)
    set_on = fields.Date(required=True)
    steps = fields.List(fields.Nested(OutStep), required=True)


class OutStoryDocument(OutPiece):
    """That there is a file; its content is asked for by its own address."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    kind = fields.String(required=True)
    dated = fields.Date(required=True)
    author = fields.String(required=True)


class OutDamaged(Out):
    """A piece that does not open any more: `kind` is the part that it is missing in."""

    kind = fields.String(required=True)
    id = fields.UUID(required=True)
    unit = fields.String(required=True)
    category = fields.String(required=True)


def entry_shown(units: Units, entry: StoryEntry) -> Shown:
    """Return an entry as OutEntry dumps it."""
    return {
        **_copyable(units, entry.origin),
        "id": entry.origin.id,
        "occurred_on": entry.occurred_on,
        "kind": entry.kind,
        "words": {"title": entry.title, "text": entry.text},
        "author": entry.origin.author,
        "not_so": her_words_shown(entry.her_words),
    }


def fact_shown(units: Units, fact: StoryFact) -> Shown:
    """Return an answer as OutFact dumps it."""
    return {
        **_copyable(units, fact.origin),
        "id": fact.origin.id,
        "question": fact.question,
        "state": fact.state,
        "value": None if fact.answer is None else fact.answer.value,
        "told_on": fact.told_on,
        "not_so": her_words_shown(fact.her_words),
    }


def paragraph_shown(units: Units, paragraph: StoryParagraph) -> Shown:
    """Return a paragraph as OutParagraph dumps it."""
    return {
        **_origin(units, paragraph.origin),
        "id": paragraph.origin.id,
        "text": paragraph.text,
        "approved_on": paragraph.approved_on,
        "not_so": her_words_shown(paragraph.her_words),
    }


def goal_shown(units: Units, goal: StoryGoal) -> Shown:
    """Return a goal as OutGoal dumps it."""
    return {
        **_origin(units, goal.origin),
        "id": goal.origin.id,
        "title": goal.title,
        "state": goal.state,
        "set_on": goal.set_on,
        "steps": [
            {
                "id": step.origin.id,
                "occurred_on": step.occurred_on,
                "text": step.text,
                "author": step.origin.author,
                "version": step.origin.version,
            }
            for step in goal.steps
        ],
    }


def document_shown(units: Units, document: StoryDocument) -> Shown:
    """Return a document as OutStoryDocument dumps it."""
    return {
        **_origin(units, document.origin),
        "id": document.origin.id,
        "title": document.title,
        "kind": document.kind,
        "dated": document.dated,
        "author": document.origin.author,
    }


def damaged_shown(units: Units, damaged: Damaged) -> Shown:
    """Return a damaged piece as OutDamaged dumps it."""
    return {
        "kind": _PARTS.get(damaged.table, damaged.table),
        "id": damaged.id,
        "unit": units.slug(damaged.unit),
        "category": damaged.category,
    }


def _copyable(units: Units, origin: Origin) -> dict[str, Any]:
    copied = origin.copied
    told = None if copied is None else {**asdict(copied), "unit": units.slug(copied.unit)}
    return {**_origin(units, origin), "copied": told, "copyable": origin.copyable}


def _origin(units: Units, origin: Origin) -> dict[str, Any]:
    return {
        "unit": units.slug(origin.unit),
        "category": origin.category,
        "basis": origin.basis,
        "version": origin.version,
    }
