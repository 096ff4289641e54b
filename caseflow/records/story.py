"""What a story is made of: frozen pieces, each with its origin."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from caseflow.records.overview import Overview
from caseflow.vocabulary.bases import Basis
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.safe_contact import Way
from caseflow.vocabulary.states import (
    AppointmentState,
    CorrectionOutcome,
    DocumentKind,
    EntryKind,
    FactState,
    GoalState,
)


@dataclass(frozen=True, slots=True)
class Copied:
    """That a piece is a copy: whose, since when, and by which consent."""

    unit: UUID  # that keeps it; the piece's own unit is the one that was told
    at: datetime
    under: UUID
    kept_for: str | None  # a KeptFor: the consent was withdrawn, and it stays all the same


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece comes from, and what opened it."""

    id: UUID
    unit: UUID
    category: str
    basis: Basis
    urgent: bool  # an emergency opens it, alone or beside a consent
    version: int
    author: str  # name of the staff member who wrote it last; empty when she is not known
    recorded_at: datetime
    copied: Copied | None = None
    copyable: bool = False  # who looks may copy it, and her unit has not yet
    record: int = 0  # which of the client's records it belongs to, counted for this act
    disputed: bool = False  # by her: it is neither copied nor told outside


@dataclass(frozen=True, slots=True)
class HerWord:
    """What she says against a piece; nobody is told at whose desk she said it."""

    id: UUID
    text: str
    said_on: date
    outcome: CorrectionOutcome
    reply: str  # of the unit that wrote the piece; empty while it has said nothing
    version: int


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A dated piece of history."""

    origin: Origin
    kind: EntryKind
    occurred_on: date
    title: str
    text: str
    her_words: tuple[HerWord, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryFact:
    """One unit's answer to a question."""

    origin: Origin
    question: str
    state: FactState
    answer: Answer | None  # none where she withheld it or does not know
    told_on: date
    counts: bool = True  # the answer to go by
    differs: bool = False  # another unit was told something else
    her_words: tuple[HerWord, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryStep:
    """A step on the way to a goal."""

    origin: Origin
    occurred_on: date
    text: str


@dataclass(frozen=True, slots=True)
class StoryGoal:
    """What she wants to reach, with its steps by day."""

    origin: Origin
    title: str
    state: GoalState
    set_on: date
    steps: tuple[StoryStep, ...]


@dataclass(frozen=True, slots=True)
class StoryParagraph:
    """A paragraph of the summary that she has approved."""

    origin: Origin
    text: str
    approved_on: date
    her_words: tuple[HerWord, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """That there is a file; the story shows its title, and never what is in it."""

    origin: Origin
    title: str
    kind: DocumentKind
    dated: date


@dataclass(frozen=True, slots=True)
class StoryAppointment:
    """A time that was agreed with her, and what has become of it."""

    origin: Origin
    staff: UUID  # who meets her
    with_whom: str  # her name; empty when she is not known
    starts: datetime
    ends: datetime
    title: str
    place: str
    reminder: Way | None  # as it was agreed; whether it is still open her answers say
    state: AppointmentState


@dataclass(frozen=True, slots=True)
class Damaged:
    """A piece that does not open any more: it is named, and an alarm was raised."""

    table: str
    id: UUID
    unit: UUID
    category: str


@dataclass(frozen=True, slots=True)
class Story:
    """What is open of a client, each part by day."""

    summary: tuple[StoryParagraph, ...]
    entries: tuple[StoryEntry, ...]
    facts: tuple[StoryFact, ...]
    goals: tuple[StoryGoal, ...]
    documents: tuple[StoryDocument, ...]
    damaged: tuple[Damaged, ...]
    overview: Overview
    appointments: tuple[StoryAppointment, ...] = ()
