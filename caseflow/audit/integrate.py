"""Move staged entries into the tree and sign its new head, in one transaction.

The size of the tree is moved by a conditional update, so that one integrates at a time; whoever
comes second changes nothing. A staged row that nobody here has written does not become an entry:
an alarm that keeps its bytes takes its place, so that nothing is dropped unseen.
"""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from caseflow.audit.columns import plain_columns
from caseflow.audit.entries import Trace, payload, read_payload
from caseflow.audit.heads import load_head, sign_head
from caseflow.audit.stored_tiles import tile_reader, write_tiles
from caseflow.crypto.signing import Signer
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.audit_log import Leaf, StagedEntry, TreeHead
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import grow
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id

BATCH = 4096
LOG = "log"
_KEPT = 16_384  # bytes of a forged row that its alarm keeps


def integrate(work: Work, signer: Signer, at_most: int = BATCH) -> int:
    """Move up to this many staged entries into the tree, the oldest first; return how many.

    Returns 0 where nothing waits and where someone else integrates. Raises BrokenSeal where the
    stored tree is not the one signed last; the entries stay staged then.
    """
    size = _size(work)
    staged = [] if size is None else _oldest(work, at_most)
    if size is None or not staged or not _claim(work, size, len(staged)):
        work.abandon()
        return 0
    payloads = _payloads(work, staged)
    hashes = [leaf_hash(each) for each in payloads]
    root = load_head(work, size).grown(hashes).root()
    write_tiles(work, grow(size, hashes, tile_reader(work)))
    rows = zip(payloads, hashes, strict=True)
    work.session.execute(insert(Leaf), [_leaf(at, *row) for at, row in enumerate(rows, size)])
    work.session.execute(delete(StagedEntry).where(StagedEntry.id.in_([row.id for row in staged])))
    sign_head(work, signer, size + len(staged), root)
    work.finish()
    return len(staged)


def _size(work: Work) -> int | None:
    """Return the size of the tree, or None where someone else has just begun the log."""
    size = work.session.scalar(select(TreeHead.size).where(TreeHead.name == LOG))
    if size is not None:
        return size
    try:
        work.session.execute(insert(TreeHead).values(name=LOG, size=0))
    except IntegrityError:
        return None
    return 0


def _oldest(work: Work, at_most: int) -> Sequence[StagedEntry]:
    oldest = select(StagedEntry).order_by(StagedEntry.at, StagedEntry.id).limit(at_most)
    return work.session.scalars(oldest).all()


def _claim(work: Work, size: int, fresh: int) -> bool:
    """Move the size of the tree; say whether nobody else has moved it."""
    moved = update(TreeHead).where(TreeHead.name == LOG, TreeHead.size == size)
    result = work.session.execute(moved.values(size=size + fresh))
    return cast("CursorResult[Any]", result).rowcount == 1


def _payloads(work: Work, staged: Sequence[StagedEntry]) -> list[bytes]:
    """Return what becomes a leaf for each staged row: its entry, or the alarm that it is forged."""
    known = _in_the_tree(work, [row.id for row in staged])  # someone may stage an old row again
    sound = {row.id for row in intact(work, staged)} - known
    work.alarms.clear()  # they become leaves at once
    return [row.payload if row.id in sound else _alarm(work, row) for row in staged]


def _in_the_tree(work: Work, entries: list[UUID]) -> set[UUID]:
    return set(work.session.scalars(select(Leaf.entry_id).where(Leaf.entry_id.in_(entries))))


def _alarm(work: Work, row: StagedEntry) -> bytes:
    kept: object = row.payload  # whoever forged it may have put anything there
    found = {
        "table": StagedEntry.__tablename__,
        "row": str(row.id),
        "found": kept[:_KEPT].hex() if isinstance(kept, bytes) else "",
    }
    trace = Trace(act=Act.ALARM_SEAL, details=found)
    return payload(new_id(), work.clock.now(), work.request_id, trace)


def _leaf(position: int, entry: bytes, hashed: bytes) -> dict[str, Any]:
    columns = plain_columns(read_payload(entry))
    return {"position": position, "payload": entry, "leaf_hash": hashed, **columns}
