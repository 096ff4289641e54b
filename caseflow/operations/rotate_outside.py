"""Rotate the root or the trustee secret: the new one counts, and all under the former one follows.

Each step is a transaction of its own, traced in it. Whenever it is stopped, every row lies under
one of the two keys and says which; the same command goes on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.keys.outside_rows import FIRST, TABLES, count_under, move
from caseflow.keys.outside_versions import ROOT, TRUSTEE
from caseflow.keys.rotation import NoRotation, Rotation, end, take_up
from caseflow.vocabulary.acts import Act

__all__ = ["NoRotation", "Outside", "Rotated", "rotate_outside"]
_ROUNDS = 5  # what others wrote under the former key meanwhile is come upon in the next one

Begin = Callable[[], Work]
Progress = Callable[[int, int], None]


class Outside(StrEnum):
    """What comes from outside and can be rotated."""

    ROOT = ROOT
    TRUSTEE = TRUSTEE


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation has done."""

    version: int  # of the key that counts now
    moved: int
    left: int  # rows that still lie under the former key, since they do not open


def rotate_outside(begin: Begin, what: Outside, progress: Progress) -> Rotated | NoRotation:
    """Rotate to the key that this process was given, or go on with it; `begin` opens a work.

    `progress` is told rows moved and rows in all.
    """
    with _work(begin) as work:
        rotation = take_up(work, what)
        if isinstance(rotation, NoRotation):
            return rotation
        whole = count_under(work.session, what, rotation.former.key_id)
        if rotation.begun:
            _trace(work, rotation, {"step": "begun", "left": str(whole)})
    moved = _move_all(begin, rotation, lambda done: progress(done, max(done, whole)))
    with _work(begin) as work:
        left = count_under(work.session, what, rotation.former.key_id)
        if not left:
            end(work, what)
        _trace(work, rotation, {"step": "stopped" if left else "ended", "left": str(left)})
    return Rotated(rotation.version, moved, left)


def _move_all(begin: Begin, rotation: Rotation, tell: Callable[[int], None]) -> int:
    """Move rows until a whole round finds none that can be moved; return how many were."""
    done = 0
    for _ in range(_ROUNDS):
        before = done
        for moved in _batches(begin, rotation):
            done += moved
            tell(done)
        if done == before:
            break
    return done


def _batches(begin: Begin, rotation: Rotation) -> Iterator[int]:
    keys = rotation.former, rotation.present
    for table in TABLES[rotation.what]:
        after = FIRST
        while True:
            with _work(begin) as work:
                moved = move(work, rotation.what, table, keys, after)
                if moved.last is None:
                    break
                details = {"table": str(table.__tablename__), "moved": str(moved.done)}
                _trace(work, rotation, details)
            after = moved.last
            yield moved.done


def _trace(work: Work, rotation: Rotation, details: dict[str, str]) -> None:
    event = rotation.event(work).listed()
    record(work, Trace(act=Act.KEY_ROTATE, keys=(event,), details=details))


@contextmanager
def _work(begin: Begin) -> Iterator[Work]:
    """Yield a unit of work that is finished when the block ends well."""
    work = begin()
    try:
        yield work
        work.finish()
    finally:
        work.put_away()
