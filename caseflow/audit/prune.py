"""Prune entries whose own retention is over: their bytes go, their hashes stay in the tree.

What others of the log need of them is told again first: how rows stand, in manifests; which uses
of which basis there were, in a summary whose digest the entry of the pruning holds.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete, select, update

from caseflow.audit.entries import Doer, RowDigest, Trace, read_payload
from caseflow.audit.needed_ends import needed_ends
from caseflow.audit.newest_digests import NewestDigests
from caseflow.audit.prunings import summary_of
from caseflow.audit.record import SHEET, record
from caseflow.database.tables.audit_log import Leaf, LogPruning, SealedReason
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id

AT_MOST = 16_384  # leaves that one transaction looks at
_CHUNK = 500
Content = Mapping[str, Any]
T = TypeVar("T")
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


@dataclass(slots=True)
class _Step:
    """The entries that one step looks at."""

    upto: int
    going: dict[int, Content] = field(default_factory=dict)  # by position
    ids: list[UUID] = field(default_factory=list)  # of their entries


def prune_leaves(
    work: Work,
    first: int,
    up_to: int,
    may_go: Callable[[Sequence[Content]], Sequence[bool]],
    doer: Doer,
) -> Pruned:
    """Prune, in this transaction, those entries from `first` up to before `up_to` that may go.

    At most AT_MOST are looked at; go on from `seen`. `may_go` says for each content whether its
    retention is over; ends that still close something stay whatever it says, and so does what tells
    of prunings. Nothing is committed here.
    """
    rows = _leaves(work, first, min(up_to, first + AT_MOST))
    step = _Step(min(up_to, first + AT_MOST))
    contents = {row.position: _content(row.payload) for row in rows}
    known = {at: content for at, content in contents.items() if content}
    told = list(known.values())
    needed = needed_ends(work, told)
    free = may_go(told)
    for (position, content), may in zip(known.items(), free, strict=True):
        if may and content["act"] != Act.LOG_PRUNE and content["id"] not in needed:
            step.going[position] = content
            step.ids.append(UUID(content["id"]))
    if step.going:
        _tell_again(work, step, known)
        _empty(work, step, doer)
    return Pruned(len(step.going), step.upto)


def _leaves(work: Work, first: int, end: int) -> Sequence[Any]:
    columns = select(Leaf.position, Leaf.payload)
    within = Leaf.position >= first, Leaf.position < end, Leaf.pruned_by.is_(None)
    return work.session.execute(columns.where(*within).order_by(Leaf.position)).all()


def _content(payload: bytes) -> Content:
    """Return what an entry says, nothing where it cannot be read: that one stays as it is."""
    with suppress(TypeError, ValueError):
        return read_payload(payload)
    return {}


def _tell_again(work: Work, step: _Step, known: Mapping[int, Content]) -> None:
    """Tell in manifests how the rows stood that entries of this step tell of."""
    newest = NewestDigests()
    for position, content in known.items():
        newest.see(content, position)
    details = {"upto": str(step.upto)}
    rows = [RowDigest(*name, digest) for name, digest in newest.standing()]
    for sheet in _sheets(rows, SHEET):
        record(work, Trace(act=Act.LOG_MANIFEST, rows=tuple(sheet), details=details))
    newest.close()


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
    for ids in _sheets(step.ids, _CHUNK):
        said = delete(SealedReason).where(SealedReason.entry_id.in_(ids))
        work.session.execute(said, execution_options={"synchronize_session": False})
    work.session.add(LogPruning(entry_id=entry, summary=summary))
    details = {
        "upto": str(step.upto),
        "pruned": str(len(step.going)),
        "summary": sha256(summary).hexdigest(),
    }
    record(work, Trace(act=Act.LOG_PRUNE, details=details, **doer), entry)
