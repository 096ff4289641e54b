"""Open what was told to a partner, and what was noted beside it, from what a reading brought."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.records import DisclosureContent, DisclosureNote
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.disclosures.hand_out import HandOut, told_before
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.pieces import Opened
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import DisclosureNoteKind


@dataclass(frozen=True, slots=True)
class Note:
    """What a partner answered, or what made the cooperation hard."""

    kind: DisclosureNoteKind
    text: str
    author: str
    at: datetime


def told_in(work: Work, actor: Actor, opened: Opened, disclosure: UUID) -> HandOut | None:
    """Return what was told; None where it is not there, or damaged, which an alarm tells."""
    for piece in opened.of(DisclosureContent):
        if piece.row.disclosure_id == disclosure:
            try:
                return told_before(piece.text("told"))
            except BrokenKey:
                raise_alarms(work, actor, [Alarm.of_key("disclosure_contents", piece.row.id)])
    return None


def notes_in(work: Work, actor: Actor, opened: Opened, disclosure: UUID) -> tuple[Note, ...]:
    """Return what was noted beside it, the oldest first; a damaged note is an alarm."""
    found, damaged = [], []
    for piece in opened.of(DisclosureNote):
        if piece.row.disclosure_id == disclosure:
            author = opened.authors.get(piece.row.recorded_by, "")
            try:
                kind = DisclosureNoteKind(piece.text("kind"))
                found.append(Note(kind, piece.text("text"), author, piece.row.recorded_at))
            except BrokenKey:
                damaged.append(Alarm.of_key("disclosure_notes", piece.row.id))
    raise_alarms(work, actor, damaged)
    return tuple(sorted(found, key=lambda note: note.at))
