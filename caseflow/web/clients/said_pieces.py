"""The pieces of a story that she may say something against, each as one line and in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caseflow.http.language import gettext, mark
from caseflow.records import HerWord, Story
from caseflow.records.story import Origin
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.states import CorrectionOutcome
from caseflow.web.clients.words import Words

_SUMMARY = mark("Summary that she has approved")
# What is read in an emergency or on another ground is not written beside; a copy is its original's.
_BY = frozenset({BasisKind.OWN_UNIT, BasisKind.CONSENT})


@dataclass(frozen=True, slots=True)
class SaidPiece:
    """An entry, an answer or a paragraph, and what she says against it."""

    origin: Origin
    day: date
    what: str  # the kind of entry, the question, or that it is of the summary
    title: str
    text: str
    her_words: tuple[HerWord, ...]

    @property
    def is_open(self) -> bool:
        """Say whether a word of hers waits for the unit that wrote it."""
        return any(each.outcome is CorrectionOutcome.OPEN for each in self.her_words)

    @property
    def takes_words(self) -> bool:
        """Say whether a word of hers may be written beside it by who looks."""
        return self.origin.copied is None and self.origin.basis.kind in _BY


def said_pieces(story: Story, named: Words) -> list[SaidPiece]:
    """Return all of them, the latest first."""
    return sorted(_pieces(story, named), key=lambda each: each.day, reverse=True)


def find_piece(story: Story, named: Words, piece: UUID) -> SaidPiece | None:
    """Return the piece of an id that takes words of hers, if there is one here."""
    found = (each for each in _pieces(story, named) if each.origin.id == piece)
    return next((each for each in found if each.takes_words), None)


def find_word(story: Story, named: Words, word: UUID) -> tuple[SaidPiece, HerWord] | None:
    """Return what she said, by its id, and against which piece."""
    for piece in _pieces(story, named):
        for each in piece.her_words:
            if each.id == word:
                return piece, each
    return None


def _pieces(story: Story, named: Words) -> Iterator[SaidPiece]:
    for paragraph in story.summary:
        yield SaidPiece(
            paragraph.origin,
            paragraph.approved_on,
            gettext(_SUMMARY),
            "",
            paragraph.text,
            paragraph.her_words,
        )
    for entry in story.entries:
        what = named.kind(entry.kind)
        day, words = entry.occurred_on, entry.her_words
        yield SaidPiece(entry.origin, day, what, entry.title, entry.text, words)
    for fact in story.facts:
        said = named.fact_state(fact.state) if fact.answer is None else named.answer(fact.answer)
        what = named.question(fact.question)
        yield SaidPiece(fact.origin, fact.told_on, what, "", said, fact.her_words)
