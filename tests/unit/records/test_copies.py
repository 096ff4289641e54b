"""Which pieces of a disclosure are copies, which stand there twice, and which may be copied."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from caseflow.database.tables.records import DrawerContent, Entry, Goal
from caseflow.records.copies import Copies, whence
from caseflow.records.story import Copied
from caseflow.vault.pieces import Piece, Place
from caseflow.vocabulary.bases import Basis, BasisKind

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
HERE, THERE, CONSENT, CASE = (UUID(int=number) for number in range(1, 5))
OWN = Place(UUID(int=11), HERE, "violence", Basis(BasisKind.OWN_UNIT, CASE))
KEPT = Place(
    UUID(int=12),
    HERE,
    "violence",
    Basis(BasisKind.OWN_UNIT, CASE),
    copied_from=THERE,
    copied_under=CONSENT,
    kept_for="legal_claims",
)
TOLD = Place(UUID(int=13), THERE, "violence", Basis(BasisKind.CONSENT, CONSENT), copyable=True)


def piece(
    place: Place, row: int, *, of: int | None = None, table: type[DrawerContent] = Entry
) -> Piece[Any]:
    """Return a piece at version 2; of: the original at version 2 that it was copied from."""
    values = SimpleNamespace(
        id=UUID(int=row),
        version=2,
        copied_of=None if of is None else UUID(int=of),
        copied_version=None if of is None else 2,
        copied_at=None if of is None else AT,
    )
    nothing: Any = None
    row_of: Any = values
    return Piece(table, row_of, place, nothing)


def test_a_copy_stands_twice_beside_its_original_alone() -> None:
    original, copy = piece(TOLD, 100), piece(KEPT, 101, of=100)
    both = Copies((original, copy))
    assert both.stands_twice(copy)
    assert not both.stands_twice(original)
    assert not Copies((copy,)).stands_twice(copy)
    changed = piece(TOLD, 100)
    changed.row.version = 3
    assert not Copies((changed, copy)).stands_twice(copy)


def test_what_the_unit_has_copied_it_need_not_copy_again() -> None:
    original, copy = piece(TOLD, 100), piece(KEPT, 101, of=100)
    assert Copies((original,)).may_copy(original)
    assert not Copies((original, copy)).may_copy(original)
    assert not Copies((copy,)).may_copy(copy)
    # That another unit has copied it is no matter of this one.
    passed_on = Place(UUID(int=14), HERE, "violence", TOLD.basis, copied_from=THERE)
    assert Copies((original, piece(passed_on, 102, of=100))).may_copy(original)


def test_goals_are_not_copied() -> None:
    goal = piece(TOLD, 103, table=Goal)
    assert not Copies((goal,)).may_copy(goal)
    assert not Copies((goal,)).stands_twice(goal)
    assert whence(goal) is None


def test_a_copy_says_whence_it_is() -> None:
    assert whence(piece(KEPT, 101, of=100)) == Copied(HERE, AT, CONSENT, "legal_claims")
    assert whence(piece(OWN, 104)) is whence(piece(KEPT, 105)) is None
