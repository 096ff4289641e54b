"""Open the pieces that a disclosure named; one that does not open is named, the others stay."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.documents import Document
from caseflow.database.tables.family import Guardian, Relative
from caseflow.database.tables.records import (
    DrawerContent,
    Entry,
    Fact,
    Goal,
    Progress,
    SummaryParagraph,
    SummaryVersion,
)
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.records.appointment_of import appointment_of
from caseflow.records.copies import Copies, whence
from caseflow.records.family import StoryGuardian, StoryLink
from caseflow.records.her_word import HerWords
from caseflow.records.overview import DrawerView, Overview, overview
from caseflow.records.story import (
    Damaged,
    Origin,
    StoryAppointment,
    StoryDocument,
    StoryEntry,
    StoryFact,
    StoryGoal,
    StoryParagraph,
    StoryStep,
)
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.her_words import STANDING
from caseflow.vault.pieces import Opened, Piece
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.states import (
    CorrectionOutcome,
    DocumentKind,
    EntryKind,
    FactState,
    GoalState,
    Kin,
    LinkState,
)

C = TypeVar("C", bound=DrawerContent)
T = TypeVar("T")


@dataclass(frozen=True)
class Pieces:
    """The pieces of one disclosure, and those of them that were found damaged."""

    opened: Opened
    damaged: list[Damaged] = field(default_factory=list)
    words: Collection[CorrectionOutcome] = STANDING  # of hers: those that stand beside a piece

    def overview(self, client: UUID, own_unit: UUID) -> Overview:
        """Return what the head of the page shows, from the same act of seeing."""
        views = (DrawerView(each.unit, each.category, each.basis) for each in self.opened.places)
        return overview(client, self.opened.code, self.opened.case, own_unit, views)

    def entries(self) -> list[StoryEntry]:
        """Return the entries by day."""
        found = self._read(Entry, self._entry)
        return sorted(found, key=lambda each: (each.occurred_on, each.origin.recorded_at))

    def facts(self) -> list[StoryFact]:
        """Return the answers of all units by the day they were told."""
        found = self._read(Fact, self._fact)
        return sorted(found, key=lambda each: (each.told_on, each.origin.recorded_at))

    def paragraphs(self) -> list[StoryParagraph]:
        """Return the paragraphs of the summary by the day she approved them."""
        found = self._read(SummaryParagraph, self._paragraph)
        return sorted(found, key=lambda each: (each.approved_on, each.origin.recorded_at))

    def former(self) -> dict[UUID, list[StoryParagraph]]:
        """Return what stood in a paragraph before, by its id, the newest first."""
        found: dict[UUID, list[StoryParagraph]] = {}
        for paragraph, once in self._read(SummaryVersion, self._version):
            found.setdefault(paragraph, []).append(once)
        for each in found.values():
            each.sort(key=lambda once: once.origin.version, reverse=True)
        return found

    def goals(self) -> list[StoryGoal]:
        """Return the goals by day, each with its steps by day."""
        steps = self._steps()

        def goal(piece: Piece[Goal]) -> StoryGoal:
            own = sorted(
                steps.get(piece.row.id, ()),
                key=lambda each: (each.occurred_on, each.origin.recorded_at),
            )
            return StoryGoal(
                self._origin(piece),
                piece.text("title"),
                GoalState(piece.text("state")),
                _day(piece, "set_on"),
                tuple(own),
            )

        return sorted(
            self._read(Goal, goal), key=lambda each: (each.set_on, each.origin.recorded_at)
        )

    def guardians(self) -> list[StoryGuardian]:
        """Return who may act for her and who may not, in the order of writing."""
        found = self._read(Guardian, self._guardian)
        return sorted(found, key=lambda each: each.origin.recorded_at)

    def links(self) -> list[StoryLink]:
        """Return the links to other clients that nobody has ended, in the order of writing."""
        found = [each for each in self._read(Relative, self._link) if each is not None]
        return sorted(found, key=lambda each: each.origin.recorded_at)

    def documents(self) -> list[StoryDocument]:
        """Return the files attached, by day."""
        found = self._read(Document, self._document)
        return sorted(found, key=lambda each: (each.dated, each.origin.recorded_at))

    def appointments(self) -> list[StoryAppointment]:
        """Return what was agreed with her, by the hour."""
        found = self._read(Appointment, self._appointment)
        return sorted(found, key=lambda each: (each.starts, each.origin.recorded_at))

    def _steps(self) -> dict[UUID, list[StoryStep]]:
        steps: dict[UUID, list[StoryStep]] = {}
        for goal, step in self._read(Progress, self._step):
            steps.setdefault(goal, []).append(step)
        return steps

    def _read(self, table: type[C], read: Callable[[Piece[C]], T]) -> list[T]:
        found = []
        pieces = (piece for piece in self.opened.of(table) if not self._copies.stands_twice(piece))
        for piece in pieces:
            try:
                found.append(read(piece))
            except BrokenKey:
                self._name_damaged(piece)
        return found

    @cached_property
    def _copies(self) -> Copies:
        return Copies(self.opened.pieces)

    @cached_property
    def _her_words(self) -> HerWords:
        return HerWords(self.opened.of(Correction), self._name_damaged, self.words)

    def _name_damaged(self, piece: Piece[C]) -> None:
        table, place = piece.table.__tablename__, piece.place
        self.damaged.append(Damaged(table, piece.row.id, place.unit, place.category))

    def _origin(self, piece: Piece[C]) -> Origin:
        # While she says that it is not so, it spreads no further (Art. 18 GDPR).
        disputed = self._her_words.dispute(piece.row.id)
        # What was copied still comes from the unit that was told.
        return Origin(
            id=piece.row.id,
            unit=piece.place.copied_from or piece.place.unit,
            category=piece.place.category,
            basis=piece.place.basis,
            urgent=piece.place.urgent,
            version=piece.row.version,
            author=self.opened.authors.get(piece.row.recorded_by, ""),
            recorded_at=piece.row.recorded_at,
            copied=whence(piece),
            copyable=self._copies.may_copy(piece) and not disputed,
            record=piece.place.record,
            disputed=disputed,
        )

    def _entry(self, piece: Piece[Entry]) -> StoryEntry:
        return StoryEntry(
            self._origin(piece),
            EntryKind(piece.text("kind")),
            _day(piece, "occurred_on"),
            piece.text("title"),
            piece.text("text"),
            self._her_words.beside(piece),
        )

    def _fact(self, piece: Piece[Fact]) -> StoryFact:
        question, state = piece.text("question"), FactState(piece.text("state"))
        value = piece.text("value")
        return StoryFact(
            self._origin(piece),
            question,
            state,
            stored_answer(question, value) if state is FactState.ANSWERED else None,
            _day(piece, "told_on"),
            her_words=self._her_words.beside(piece),
        )

    def _appointment(self, piece: Piece[Appointment]) -> StoryAppointment:
        return appointment_of(piece, self._origin(piece), self.opened.authors)

    def _document(self, piece: Piece[Document]) -> StoryDocument:
        kind, day = DocumentKind(piece.text("kind")), _day(piece, "dated")
        return StoryDocument(self._origin(piece), piece.text("title"), kind, day)

    def _paragraph(self, piece: Piece[SummaryParagraph]) -> StoryParagraph:
        origin = self._origin(piece)
        words = self._her_words.beside(piece)
        return StoryParagraph(origin, piece.text("text"), _day(piece, "approved_on"), words)

    def _version(self, piece: Piece[SummaryVersion]) -> tuple[UUID, StoryParagraph]:
        origin = self._origin(piece)
        once = StoryParagraph(origin, piece.text("text"), _day(piece, "approved_on"))
        return piece.row.paragraph_id, once

    def _guardian(self, piece: Piece[Guardian]) -> StoryGuardian:
        columns = ("name", "relation", "authority", "blocked")
        return StoryGuardian(self._origin(piece), *(piece.text(column) for column in columns))

    def _link(self, piece: Piece[Relative]) -> StoryLink | None:
        if piece.text("state") != LinkState.LINKED:
            return None
        return StoryLink(self._origin(piece), UUID(piece.text("other")), Kin(piece.text("kin")))

    def _step(self, piece: Piece[Progress]) -> tuple[UUID, StoryStep]:
        day = _day(piece, "occurred_on")
        return piece.row.goal_id, StoryStep(self._origin(piece), day, piece.text("text"))


def report_damage(work: Work, actor: Actor, pieces: Pieces) -> None:
    """Raise an alarm for each piece that was found damaged, and end the unit of work."""
    raise_alarms(work, actor, [Alarm.of_key(each.table, each.id) for each in pieces.damaged])


def _day(piece: Piece[C], column: str) -> date:
    return date.fromisoformat(piece.text(column))
