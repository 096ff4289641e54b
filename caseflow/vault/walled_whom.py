"""Mark in the log whom a wall keeps away, so that only who holds the server's keys can tell.

An officer reads the log, and may herself be behind a wall that she shall never know of; but after a
restore a wall that the backup does not know must be put up again by its entry alone.
"""

from collections.abc import Iterable
from uuid import UUID

from caseflow.database.unit_of_work import Work

_LABEL = "whom a wall keeps away"  # no table is called so


def whom_mark(work: Work, wall: UUID, staff: UUID) -> str:
    """Return the mark of a staff member in the entry of a wall."""
    return work.sealer.seal(_LABEL, {"wall": wall, "staff": staff}).hex()


def whom_of(work: Work, wall: UUID, mark: str, staff: Iterable[UUID]) -> UUID | None:
    """Return whose mark this is, None where it is nobody's of these."""
    return next((each for each in staff if whom_mark(work, wall, each) == mark), None)
