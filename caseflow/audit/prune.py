"""Prune entries whose own retention is over: their bytes go, their hashes stay in the tree.

What others of the log need of them is told again first: how rows stand, in manifests; which uses
of which basis there were, in a summary whose digest the entry of the pruning holds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete, select, update

from caseflow.audit.entries import Doer, RowDigest, Trace, read_payload
from caseflow.audit.integrate import LOG
from caseflow.audit.look_over import WholeLog, count_prunings, look_over
from caseflow.audit.needed_ends import needed_ends
from caseflow.audit.newest_digests import Name
from caseflow.audit.prunings import ranges_of, spell_ranges, summary_of
from caseflow.audit.record import SHEET, record
from caseflow.database.tables.audit_log import Leaf, LogPruning, SealedReason, TreeHead
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id

AT_MOST = 16_384
MOST_RANGES = 2048  # of leaves that one entry names; it is at most 65,535 bytes
_CHUNK = 500
Content = Mapping[str, Any]
T = TypeVar("T")
# A witness asks for them after any time: what was pruned, and what a restored log goes on from.
_STAY = frozenset({Act.LOG_PRUNE, Act.INSTALLATION_RESTORE, Act.RESTORE_CONFIRM})
_EMPTY: Mapping[str, Any] = {
    "payload": b"",
    "act": "",
    "decision": "",
    "staff_id": None,
    "unit_id": None,
    "client_id": None,
    "request_id": None,
}


@dataclass(frozen=True, slots=True)
class Pruned:
    """What one step of a pruning did."""

    count: int
    seen: int  # up to before this position


@dataclass(frozen=True, slots=True)
class _Step:
    """The entries that one step takes."""

    upto: int
    going: dict[int, Content]  # by position

    def cut(self) -> "_Step":
        """Return it only as far as one entry can name what went."""
        rest = ranges_of(self.going)[MOST_RANGES:]
        if not rest:
            return self
        upto = rest[0][0]
        return _Step(upto, {at: content for at, content in self.going.items() if at < upto})


@dataclass(slots=True)
class LogPruner:
    """Prunes a log step by step; close it at the end.

    `may_go` says for each content whether its retention is over; ends that still close something
    stay whatever it says, and so does what tells of prunings and restores.
    """

    work: Work
    may_go: Callable[[Sequence[Content]], Sequence[bool]]
    doer: Doer
    at_most: int = AT_MOST  # leaves that one transaction looks at
    _log: WholeLog | None = None
    _steps: int = 0  # taken since the log was looked over

    def would_go(self, first: int, up_to: int) -> Pruned:
        """Say what a step would do, and change nothing."""
        step = self._find(first, up_to)
        return Pruned(len(step.going), step.upto)

    def step(self, first: int, up_to: int) -> Pruned:
        """Prune what may go from `first` on, before `up_to`; nothing is committed here.

        Go on from `seen`. What is unfinished in this unit of work may be given up.
        """
        log = self._held()
        step = self._find(first, up_to)
        if step.going:
            self._steps += 1
            _tell_again(self.work, step, log)
            _empty(self.work, step, self.doer)
        return Pruned(len(step.going), step.upto)

    def close(self) -> None:
        """Forget how the rows stood."""
        if self._log is not None:
            self._log.newest.close()

    def _held(self) -> WholeLog:
        """Return the log as it stands; nobody prunes or integrates until this step is over."""
        while True:
            held = update(TreeHead).where(TreeHead.name == LOG).values(size=TreeHead.size)
            self.work.session.execute(held)
            log = self._log
            if log and count_prunings(self.work) == log.prunings + self._steps:
                return log
            self.close()
            self._log, self._steps = look_over(self.work), 0

    def _find(self, first: int, up_to: int) -> _Step:
        """Return the entries of one step."""
        end = min(up_to, first + self.at_most)
        rows = _leaves(self.work, first, end)
        contents = {row.position: _content(row.payload) for row in rows}
        known = {at: content for at, content in contents.items() if content}
        told = list(known.values())
        needed = needed_ends(self.work, told)
        free = self.may_go(told)
        return _Step(
            end,
            {
                position: content
                for (position, content), may in zip(known.items(), free, strict=True)
                if may and content["act"] not in _STAY and content["id"] not in needed
            },
        ).cut()


def _leaves(work: Work, first: int, end: int) -> Sequence[Any]:
    columns = select(Leaf.position, Leaf.payload)
    within = Leaf.position >= first, Leaf.position < end, Leaf.pruned_by.is_(None)
    return work.session.execute(columns.where(*within).order_by(Leaf.position)).all()


def _content(payload: bytes) -> Content:
    """Return what an entry says, nothing where it cannot be read: that one stays as it is."""
    with suppress(TypeError, ValueError):
        return read_payload(payload)
    return {}


def _tell_again(work: Work, step: _Step, log: WholeLog) -> None:
    """Tell in manifests how the rows stand that entries of this step tell of."""
    details = {"upto": str(log.size)}
    for rows in _manifests(log.newest.again(step.going.values())):
        record(work, Trace(act=Act.LOG_MANIFEST, rows=rows, details=details))


def _manifests(told: Iterable[tuple[Name, list[bytes]]]) -> Iterator[tuple[RowDigest, ...]]:
    """Yield the rows of each; what is told of one row is in one, for of two the later counts."""
    rows: list[RowDigest] = []
    for name, digests in told:
        if rows and len(rows) + len(digests) > SHEET:
            yield tuple(rows)
            rows = []
        rows += [RowDigest(*name, digest) for digest in digests]
    if rows:
        yield tuple(rows)


def _sheets(items: list[T], most: int) -> Iterator[list[T]]:
    for start in range(0, len(items), most):
        yield items[start : start + most]


def _empty(work: Work, step: _Step, doer: Doer) -> None:
    """Take the bytes of the entries, and tell that it was done."""
    entry = new_id()
    summary = summary_of(step.going)
    for positions in _sheets(list(step.going), _CHUNK):
        gone = update(Leaf).where(Leaf.position.in_(positions)).values(pruned_by=entry, **_EMPTY)
        work.session.execute(gone, execution_options={"synchronize_session": False})
    for ids in _sheets([UUID(content["id"]) for content in step.going.values()], _CHUNK):
        said = delete(SealedReason).where(SealedReason.entry_id.in_(ids))
        work.session.execute(said, execution_options={"synchronize_session": False})
    work.session.add(LogPruning(entry_id=entry, summary=summary))
    details = {
        "upto": str(step.upto),
        "pruned": str(len(step.going)),
        "leaves": spell_ranges(ranges_of(step.going)),
        "summary": sha256(summary).hexdigest(),
    }
    record(work, Trace(act=Act.LOG_PRUNE, details=details, **doer), entry)
