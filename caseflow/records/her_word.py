"""Open what she says against a piece, where the piece itself is shown."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.records.copies import original_of
from caseflow.records.story import HerWord
from caseflow.vault.her_words import STANDING
from caseflow.vault.pieces import Piece
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import CorrectionOutcome

_TAKEN_BACK = CorrectionOutcome.TAKEN_BACK


class HerWords:
    """All that she says against pieces of one disclosure, each sealed until it is asked for.

    A piece that is not shown, be it that the reader's role reads none of its kind, has no word of
    hers opened.
    """

    def __init__(
        self,
        pieces: Iterable[Piece[Correction]],
        damaged: Callable[[Piece[Correction]], None],
        wanted: Collection[CorrectionOutcome] = STANDING,
    ) -> None:
        """Take all of them, whom to tell of one that does not open any more, and what is wanted."""
        self._by_piece: dict[UUID, list[Piece[Correction]]] = {}
        for piece in pieces:
            self._by_piece.setdefault(piece.row.piece_id, []).append(piece)
        self._opened: dict[UUID, list[HerWord | None]] = {}
        self._damaged, self._wanted = damaged, wanted

    def beside(self, piece: Piece[Any]) -> tuple[HerWord, ...]:
        """Return what stands beside a piece, by the day on which she said it.

        Of a copy that is what she says against its original.
        """
        original = original_of(piece)
        if original is not None:
            return self._beside_copy(*original)
        found = self._all(piece.row.id)
        return _by_day(each for each in found if each is not None and each.outcome in self._wanted)

    def _beside_copy(self, original: UUID, version: int) -> tuple[HerWord, ...]:
        """Return what she said of this version of an original or a later one, changed since or not.

        The copy was not changed with it.
        """
        rows = self._by_piece.get(original, ())
        found = [
            each
            for piece, each in zip(rows, self._all(original), strict=True)
            if each is not None and piece.row.piece_version >= version
        ]
        return _by_day(each for each in found if each.outcome is not _TAKEN_BACK)

    def dispute(self, piece: UUID) -> bool:
        """Say whether she disputes a piece, or nobody can tell any more that she does not."""
        return any(each is None or each.outcome in STANDING for each in self._all(piece))

    def _all(self, piece: UUID) -> list[HerWord | None]:
        if piece not in self._opened:
            found = self._by_piece.get(piece, ())
            self._opened[piece] = [self._read(each) for each in found]
        return self._opened[piece]

    def _read(self, piece: Piece[Correction]) -> HerWord | None:
        try:
            return HerWord(
                id=piece.row.id,
                text=piece.text("text"),
                said_on=date.fromisoformat(piece.text("said_on")),
                outcome=CorrectionOutcome(piece.text("outcome")),
                reply=piece.text("reply"),
                version=piece.row.version,
            )
        except BrokenKey:
            self._damaged(piece)
            return None


def _by_day(found: Iterable[HerWord]) -> tuple[HerWord, ...]:
    return tuple(sorted(found, key=lambda each: (each.said_on, each.id)))
