"""Look at a log that a restore began anew: does it go on from a backup of what I have seen?

An end that was pruned meanwhile is there by its hash alone; the witness has its bytes and keeps
them. What was pruned before any look of hers she never read, and nobody can end it again.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from caseflow.audit.entries import read_payload
from caseflow.audit.log_source import LogSource, RememberedTiles
from caseflow.audit.witness import Contradiction, Contradicts, Seen, look
from caseflow.audit.witness_check import signed_head, witnessed_head
from caseflow.audit.witness_file import Ranges, Witness
from caseflow.audit.witness_proofs import prove_ends
from caseflow.merkle.bundles import bundle_path, read_bundle
from caseflow.merkle.checkpoints import Checkpoint
from caseflow.merkle.tiles import TILE_WIDTH, hash_reader
from caseflow.merkle.tree import load_frontier
from caseflow.vocabulary.acts import Act


def look_after_restore(source: LogSource, former: Witness) -> Seen | Contradiction:
    """Return the log as a restore began it anew, read from its first entry; nothing is skipped.

    It must tell of the restore, be the backup up to there, and hold each end that the witness knows
    of from before the backup. The officer has to ask for it: it forgives a break.
    """
    seen = look(source, None)
    if isinstance(seen, Contradiction):
        return seen
    if seen.witness.key != former.key:
        return Contradiction(Contradicts.OTHER_KEY, seen.witness.key)
    head = signed_head(seen.witness.checkpoint, former.key)
    known = witnessed_head(former)
    if head is None or known is None:
        return Contradiction(Contradicts.FILE_BROKEN, former.checkpoint)
    size = _restored_at(source, head, known)
    witness = None if size is None else _with_former(source, head, seen.witness, former, size)
    if witness is None:
        return Contradiction(Contradicts.NOT_RESTORED, seen.witness.checkpoint)
    return replace(seen, witness=witness)


def _with_former(
    source: LogSource, head: Checkpoint, seen: Witness, former: Witness, size: int
) -> Witness | None:
    """Return what was seen with what the former file knows of the backup, which has this size.

    None where an end from before the backup is not in the log, neither by its bytes nor its hash.
    """
    tiles = RememberedTiles(source, head.size)
    before = [replace(end, proof=()) for end in former.ends if end.index < size]
    known = prove_ends(before, 0, head, tiles)
    if known is None:
        return None
    ends = {end.index: end for end in (*known, *seen.ends)}
    return replace(
        seen,
        ends=tuple(ends[index] for index in sorted(ends)),
        witness=former.witness,
        unread=_unread(seen.unread, former.unread, size),
    )


def _unread(now: Ranges, before: Ranges, size: int) -> Ranges:
    """Return what neither look has read: up to the backup both of them could."""
    behind = [(max(first, size), last) for first, last in now if last >= size]
    both = [
        (max(first, begin), min(last, end, size - 1))
        for first, last in now
        for begin, end in before
        if max(first, begin) <= min(last, end, size - 1)
    ]
    return (*both, *behind)


def _restored_at(source: LogSource, head: Checkpoint, known: Checkpoint) -> int | None:
    """Return the size of the backup that this log goes on from, None where it tells of none."""
    tiles = RememberedTiles(source, head.size)
    for size, told in reversed(list(_restores(tiles, head.size))):  # an older one explains nothing
        root = load_frontier(size, hash_reader(size, tiles.read)).root()
        if size <= known.size and root.hex() == told:
            return size
    return None


def _restores(tiles: RememberedTiles, size: int) -> Iterator[tuple[int, str]]:
    """Yield size and root of the backup that each entry of a restore tells of."""
    for index in range(-(-size // TILE_WIDTH)):
        width = min(TILE_WIDTH, size - index * TILE_WIDTH)
        leaves = read_bundle(tiles.source.tile(bundle_path(index, width))) or ()
        for leaf in (each for each in leaves if Act.INSTALLATION_RESTORE.encode() in each):
            with suppress(KeyError, TypeError, ValueError):
                content = read_payload(leaf)
                told = content["details"]
                backed_up = int(told["backup_size"])
                if content["act"] == Act.INSTALLATION_RESTORE and backed_up <= size:
                    yield backed_up, str(told["backup_root"])
