"""Look over the whole log before any of it is pruned: how does each row stand?

An entry that goes may tell of a row that a later one changed or destroyed; only who has read all
of them knows what has to be told again.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import func, select

from caseflow.audit.entries import read_payload
from caseflow.audit.integrate import LOG
from caseflow.audit.newest_digests import NewestDigests
from caseflow.database.tables.audit_log import Leaf, LogPruning, TreeHead
from caseflow.database.unit_of_work import Work

CHUNK = 4096
ROWS = b'"rows":['


@dataclass(frozen=True, slots=True)
class WholeLog:
    """The log as it was when it was looked over; close `newest` at the end."""

    size: int
    prunings: int
    newest: NewestDigests


def look_over(work: Work) -> WholeLog:
    """Return the log as it stands; what is unfinished in this unit of work is given up.

    Nothing stays locked in between: entries of a tree stay as they are unless somebody else prunes,
    and then there are more prunings than before.
    """
    work.abandon()
    prunings = count_prunings(work)
    size = work.session.scalar(select(TreeHead.size).where(TreeHead.name == LOG)) or 0
    newest = NewestDigests()
    for position, payload in _payloads(work, size):
        if ROWS in payload:
            with suppress(AttributeError, KeyError, TypeError, ValueError):  # it stays as it is
                newest.see(read_payload(payload), position)
    return WholeLog(size, prunings, newest)


def count_prunings(work: Work) -> int:
    """Return how many steps of prunings there were."""
    return work.session.scalar(select(func.count()).select_from(LogPruning)) or 0


def _payloads(work: Work, size: int) -> Iterator[tuple[int, bytes]]:
    columns = select(Leaf.position, Leaf.payload).order_by(Leaf.position)
    for start in range(0, size, CHUNK):
        within = Leaf.position.between(start, min(start + CHUNK, size) - 1)
        found = [(at, payload) for at, payload in work.session.execute(columns.where(within))]
        work.abandon()
        yield from found
