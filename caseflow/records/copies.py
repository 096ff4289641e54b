"""Say of each piece of a disclosure whether it is a copy, stands there twice, and may be copied."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from caseflow.database.tables.records import CopiedContent
from caseflow.records.story import Copied
from caseflow.vault.pieces import Piece
from caseflow.vocabulary.bases import BasisKind


class Copies:
    """The copies among the pieces of one disclosure."""

    def __init__(self, pieces: Iterable[Piece[Any]]) -> None:
        """Take all of them: whether a copy stands beside its original is told by both."""
        found = [piece for piece in pieces if issubclass(piece.table, CopiedContent)]
        self._there = {(piece.row.id, piece.row.version) for piece in found}
        self._own = {
            (piece.row.copied_of, piece.row.copied_version)
            for piece in found
            if piece.place.basis.kind is BasisKind.OWN_UNIT
        }

    def stands_twice(self, piece: Piece[Any]) -> bool:
        """Say whether it is a copy beside its original, which has not been changed since."""
        return original_of(piece) in self._there

    def may_copy(self, piece: Piece[Any]) -> bool:
        """Say whether who looks may copy it, and her unit has not yet."""
        copied = (piece.row.id, piece.row.version) in self._own
        return issubclass(piece.table, CopiedContent) and piece.place.copyable and not copied


def whence(piece: Piece[Any]) -> Copied | None:
    """Return whose copy a piece is; None where it is none."""
    under: UUID | None = piece.place.copied_under
    if under is None or original_of(piece) is None:
        return None
    return Copied(piece.place.unit, piece.row.copied_at, under, piece.place.kept_for)


def original_of(piece: Piece[Any]) -> tuple[UUID, int] | None:
    """Return of what, at which version, a piece is a copy; None where it is none."""
    if not issubclass(piece.table, CopiedContent) or piece.row.copied_of is None:
        return None
    return piece.row.copied_of, piece.row.copied_version
