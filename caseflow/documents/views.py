"""A document as it is listed: what is written about it, where it lies, and why it is seen."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Alarm
from caseflow.vault.pieces import Opened, Piece
from caseflow.vocabulary.bases import Basis
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import DocumentKind


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document without its content."""

    id: UUID
    unit: UUID
    category: str
    basis: Basis
    version: int  # counts people's edits; the next change names it
    author: str  # name of who wrote it last; empty when she is not known
    recorded_at: datetime
    title: str
    kind: DocumentKind
    dated: date
    note: str
    media_type: str  # empty: no file has come yet
    length: int  # bytes of the file


@dataclass(frozen=True, slots=True)
class DocumentList:
    """All documents of a client that are open, by day, and whether some are damaged."""

    items: tuple[DocumentView, ...]
    damaged: tuple[Alarm, ...] = ()


def views_of(opened: Opened) -> DocumentList:
    """Return the documents of a disclosure; one that does not open is named, the others stay."""
    found, damaged = [], []
    for piece in opened.of(Document):
        try:
            found.append(_view(opened, piece))
        except BrokenKey:
            damaged.append(Alarm.of_key(Document.__tablename__, piece.row.id))
    found.sort(key=lambda each: (each.dated, each.recorded_at))
    return DocumentList(tuple(found), tuple(damaged))


def _view(opened: Opened, piece: Piece[Document]) -> DocumentView:
    row, place = piece.row, piece.place
    return DocumentView(
        id=row.id,
        unit=place.unit,
        category=place.category,
        basis=place.basis,
        version=row.version,
        author=opened.authors.get(row.recorded_by, ""),
        recorded_at=row.recorded_at,
        title=piece.text("title"),
        kind=DocumentKind(piece.text("kind")),
        dated=date.fromisoformat(piece.text("dated")),
        note=piece.text("note"),
        media_type=piece.text("media_type"),
        length=int(piece.text("length")),
    )
