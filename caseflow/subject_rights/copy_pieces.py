"""Spell the pieces of a record for a client's copy; what may speak of others is left out."""

from collections.abc import Iterable
from typing import Any

from caseflow.records.story import (
    Damaged,
    HerWord,
    Origin,
    StoryDocument,
    StoryEntry,
    StoryFact,
    StoryGoal,
    StoryParagraph,
    StoryStep,
)
from caseflow.records.third_parties import may_speak_of_others
from caseflow.subject_rights.copy_terms import Shown, Terms
from caseflow.vocabulary.clock import instant_text


def _origin(origin: Origin) -> dict[str, Any]:
    """Return where a piece lies; nobody who wrote it is named."""
    return {
        "id": str(origin.id),
        "category": origin.category,
        "recorded_at": instant_text(origin.recorded_at),
    }


def _copied(origin: Origin, terms: Terms) -> dict[str, Any]:
    """Return where a copy comes from, by which consent, and on what it stays without it."""
    copied = origin.copied
    if copied is None:
        return {}
    return {
        "copied": {
            "told_to": terms.slug(origin.unit),
            "at": instant_text(copied.at),
            "consent": str(copied.under),
            "kept_for": copied.kept_for,
        }
    }


def _her_words(found: Iterable[HerWord]) -> dict[str, Any]:
    """Return what she said against a piece, and what was answered: both are for her."""
    return {
        "not_so": [
            {
                "said_on": each.said_on.isoformat(),
                "text": each.text,
                "outcome": each.outcome.value,
                "reply": each.reply,
            }
            for each in found
        ]
    }


def paragraph_copy(found: StoryParagraph, former: Iterable[StoryParagraph] = ()) -> Shown:
    """Return a paragraph of the summary, and what stood there before: she has approved each."""
    return {
        **_origin(found.origin),
        **_her_words(found.her_words),
        "text": found.text,
        "approved_on": found.approved_on.isoformat(),
        "before": [
            {
                "recorded_at": instant_text(each.origin.recorded_at),
                "text": each.text,
                "approved_on": each.approved_on.isoformat(),
            }
            for each in former
        ],
    }


def entry_copy(found: StoryEntry, terms: Terms) -> Shown:
    """Return an entry; its words are staff's, and may speak of anybody."""
    hidden = str(found.origin.id) not in terms.release
    return {
        **_origin(found.origin),
        **_copied(found.origin, terms),
        **_her_words(found.her_words),
        "kind": found.kind.value,
        "occurred_on": found.occurred_on.isoformat(),
        "redacted": hidden,
        "title": None if hidden else found.title,
        "text": None if hidden else found.text,
    }


def answer_copy(found: StoryFact, terms: Terms) -> Shown:
    """Return an answer; a question that is no longer known may have been about anybody."""
    asked = terms.configuration.catalogue.question(found.question)
    of_others = may_speak_of_others(found, terms.configuration)
    hidden = of_others and found.question not in terms.release
    return {
        **_origin(found.origin),
        **_copied(found.origin, terms),
        **_her_words(found.her_words),
        "question": found.question,
        "labels": {} if asked is None else dict(asked.labels),
        "state": found.state.value,
        "told_on": found.told_on.isoformat(),
        "redacted": hidden,
        "value": None if hidden or found.answer is None else found.answer.value,
    }


def goal_copy(found: StoryGoal, terms: Terms) -> Shown:
    """Return a goal of hers; the words of its steps are staff's."""
    return {
        **_origin(found.origin),
        "title": found.title,
        "state": found.state.value,
        "set_on": found.set_on.isoformat(),
        "steps": [_step(each, terms) for each in found.steps],
    }


def _step(found: StoryStep, terms: Terms) -> Shown:
    hidden = str(found.origin.id) not in terms.release
    return {
        **_origin(found.origin),
        "occurred_on": found.occurred_on.isoformat(),
        "redacted": hidden,
        "text": None if hidden else found.text,
    }


def document_copy(found: StoryDocument, terms: Terms) -> Shown:
    """Name a document; its file is handed out apart, and its title is the words of staff."""
    hidden = str(found.origin.id) not in terms.release
    return {
        **_origin(found.origin),
        "kind": found.kind.value,
        "dated": found.dated.isoformat(),
        "redacted": hidden,
        "title": None if hidden else found.title,
    }


def damaged_copy(found: Damaged) -> Shown:
    """Name a piece that does not open any more."""
    return {"table": found.table, "id": str(found.id), "category": found.category}
