"""What the vault hands out: rows that stay sealed until a field of them is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar, cast
from uuid import UUID

from caseflow.crypto.fields import FieldsOfDrawer, FieldsOfRow
from caseflow.database.tables.records import DrawerContent
from caseflow.policy.rules import Opening
from caseflow.vocabulary.bases import Basis

C = TypeVar("C", bound=DrawerContent)


@dataclass(frozen=True, slots=True)
class Place:
    """The drawer that a piece lies in, and what opened it."""

    drawer: UUID
    unit: UUID
    category: str
    basis: Basis
    urgent: bool = False  # an emergency opens it, alone or beside a consent
    copied_from: UUID | None = None  # of copies: the unit that was told
    copied_under: UUID | None = None  # of copies: the consent that let this unit copy
    kept_for: str | None = None  # of a frozen copy: the other basis on which it stays
    copyable: bool = False  # who looks may copy what lies in it
    turn_due: datetime | None = None  # since when its key must turn before anything is written
    record: int = 0  # which of the client's records the drawer belongs to, counted for this act


@dataclass(frozen=True, slots=True)
class Piece(Generic[C]):
    """One row of a drawer; its fields open one by one, when they are asked for."""

    table: type[C]
    row: C  # the plain values of its columns
    place: Place
    fields: FieldsOfRow

    def text(self, column: str) -> str:
        """Return the text of a field; raises BrokenKey when it is not as it was sealed."""
        sealed: bytes = getattr(self.row, column)
        return self.fields.open(column, sealed)


def place_of(opening: Opening) -> Place:
    """Return the drawer that opens, and what opens it, and no more."""
    return Place(opening.drawer, opening.unit, opening.category, opening.basis)


def piece_of(table: type[C], row: C, place: Place, fields: FieldsOfDrawer) -> Piece[C]:
    """Return a row of a drawer as a piece that is still sealed."""
    return Piece(table, row, place, fields.row(table.__tablename__, row.id, row.seal_revision))


@dataclass(frozen=True, slots=True)
class Opened:
    """What one act of seeing opened of one client: the drawers, and the pieces in them."""

    places: tuple[Place, ...]
    pieces: tuple[Piece[DrawerContent], ...]
    case: UUID | None  # the acting unit's: the open one, else the one closed last
    code: str  # the client's; empty in an emergency without a case or a desk
    authors: Mapping[UUID, str] = field(default_factory=dict)  # names of those who wrote

    def of(self, table: type[C]) -> Iterator[Piece[C]]:
        """Yield the pieces of one table."""
        for piece in self.pieces:
            if piece.table is table:
                yield cast("Piece[C]", piece)
