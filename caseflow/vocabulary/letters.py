"""The letters that can be written: their templates, and the fields that are put into them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from caseflow.vocabulary.safe_contact import Way

# The ways by which a paper goes.
LETTER_WAYS = (Way.IN_PERSON, Way.POST, Way.TRUSTED, Way.EMAIL, Way.MESSENGER)
OUTSIDE_WAYS = (Way.IN_PERSON, Way.POST, Way.EMAIL)
BY_POST = frozenset({Way.POST, Way.TRUSTED})


class Addressee(StrEnum):
    """To whom a letter goes."""

    CLIENT = "client"
    OUTSIDE = "outside"  # an organisation that a consent of hers names


class LetterField(StrEnum):
    """What is put into a letter where its template names it in braces."""

    NAME = "name"  # as the envelope says it: hers, her cover name, or an office's
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    SINCE = "since"
    PERSON = "person"  # who is spoken of, or who comes along
    MATTER = "matter"
    ENCLOSED = "enclosed"
    TEXT = "text"  # several lines
    ADDRESS = "postal_address"  # of the envelope, never in the text
    SIGNED = "signed"  # below the text


ENVELOPE = frozenset({LetterField.ADDRESS, LetterField.SIGNED})  # beside the text, in no template
SEVERAL_LINES = frozenset({LetterField.TEXT, LetterField.ADDRESS})


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A template in one language."""

    label: str  # what staff call it
    subject: str
    text: str
    reviewed: bool = True  # by a sworn translator, where it is translated for her


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter as it is before somebody fills it in."""

    key: str
    to: frozenset[Addressee]
    neutral: bool  # its own words do not say what it is about: it may lie open on a table
    tells: frozenset[str]  # categories that a consent must cover, where it goes outside
    fields: tuple[LetterField, ...]
    words: Mapping[str, LetterWords]  # by language; to her also in those that no page speaks
