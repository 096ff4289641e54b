"""Look at a log as its witness: does it go on from the head that I have seen last?

Everything new is read, hashed, and put behind the old head; what comes out must be the new one. So
neither an entry of before nor one in between can be another than it says (RFC 9162 §2.1).
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum

from caseflow.audit.entries import read_payload
from caseflow.audit.log_source import LogSource, RememberedTiles
from caseflow.audit.witness_check import signed_head, witnessed_head
from caseflow.audit.witness_ends import is_end
from caseflow.audit.witness_file import Witness, WitnessedEnd
from caseflow.audit.witness_proofs import prove_ends
from caseflow.merkle.bundles import bundle_path, read_bundle
from caseflow.merkle.checkpoints import Checkpoint
from caseflow.merkle.tiles import TILE_WIDTH, Tile, hash_reader
from caseflow.merkle.tree import HASH_SIZE, Frontier, leaf_hash, load_frontier
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenSeal


class Contradicts(StrEnum):
    """How a log contradicts what its witness has seen."""

    FILE_BROKEN = "file_broken"  # the witness's own file is not what its key signed
    OTHER_KEY = "other_key"  # signed with another key than the one that was pinned
    HEAD_FORGED = "head_forged"  # no checkpoint that this key signed
    SHRUNK = "shrunk"  # it is shorter than it was
    FORKED = "forked"  # it does not go on from the head that was seen
    LEAF_DIFFERS = "leaf_differs"  # an entry, or a whole bundle, is not what the tree holds
    NOT_RESTORED = "not_restored"  # nothing in it tells of a restore that explains the break


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What was met, and where the log differs first if that can be said."""

    how: Contradicts
    met: str  # the checkpoint, a signed note; or the key
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found to be as it should, not yet cosigned."""

    witness: Witness
    fresh: int  # entries behind the head that was seen before


@dataclass(slots=True)
class _Reading:
    """The new entries of a log, read up to its new head."""

    tiles: RememberedTiles
    start: int
    ends: list[WitnessedEnd] = field(default_factory=list)


class _NotAsTreeSaysError(Exception):
    """Carries the first entry that is not what the tree holds."""


def look(source: LogSource, former: Witness | None) -> Seen | Contradiction:
    """Return the log as it stands, behind the head of `former`; a first look pins the key.

    Raises what the source raises where it cannot be reached.
    """
    key = source.key()
    if former is not None and key != former.key:
        return Contradiction(Contradicts.OTHER_KEY, key)
    note = source.checkpoint()
    head = signed_head(note, key)
    if head is None:
        return Contradiction(Contradicts.HEAD_FORGED, note)
    seen = Witness(head.origin, key, note, head.size)
    before = Checkpoint(head.origin, 0, Frontier().root())
    if former is not None:
        known = witnessed_head(former)
        if known is None:
            return Contradiction(Contradicts.FILE_BROKEN, former.checkpoint)
        before, seen = known, replace(seen, ends=former.ends, witness=former.witness)
    return _go_on(source, before, head, seen)


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
    kept = {end.index: end.leaf for end in seen.witness.ends}
    whole = size is not None and all(
        kept.get(end.index) == end.leaf for end in former.ends if end.index < size
    )
    if not whole:
        return Contradiction(Contradicts.NOT_RESTORED, seen.witness.checkpoint)
    return replace(seen, witness=replace(seen.witness, witness=former.witness))


def _go_on(
    source: LogSource, before: Checkpoint, head: Checkpoint, seen: Witness
) -> Seen | Contradiction:
    """Read from the head that was seen on to the new one, and prove every end to it."""
    if head.size < before.size:
        return Contradiction(Contradicts.SHRUNK, seen.checkpoint, head.size)
    try:
        ends = _read_on(source, before, head, seen)
    except _NotAsTreeSaysError as first:
        return Contradiction(Contradicts.LEAF_DIFFERS, seen.checkpoint, first.args[0])
    except BrokenSeal:
        ends = None
    if ends is None:
        return Contradiction(Contradicts.FORKED, seen.checkpoint)
    return Seen(replace(seen, ends=ends), head.size - before.size)


def _read_on(
    source: LogSource, before: Checkpoint, head: Checkpoint, seen: Witness
) -> tuple[WitnessedEnd, ...] | None:
    """Return all ends with their proofs; None where old head, entries and new head do not fit."""
    reading = _Reading(RememberedTiles(source, head.size), before.size)
    frontier = load_frontier(before.size, hash_reader(before.size, reading.tiles.read))
    if frontier.root() != before.root or _grown(reading, frontier, head.size).root() != head.root:
        return None
    return prove_ends((*seen.ends, *reading.ends), before.size, head, reading.tiles)


def _grown(reading: _Reading, frontier: Frontier, size: int) -> Frontier:
    """Return the tree after all new entries; the ends among them are kept."""
    for index in range(reading.start // TILE_WIDTH, -(-size // TILE_WIDTH)):
        first = index * TILE_WIDTH
        width = min(TILE_WIDTH, size - first)
        hashes = _hashes(reading, index, width)
        frontier = frontier.grown(hashes[max(0, reading.start - first) :])
    return frontier


def _hashes(reading: _Reading, index: int, width: int) -> list[bytes]:
    """Return the hashes of the leaves of one bundle, each compared with its tile."""
    first = index * TILE_WIDTH
    leaves = read_bundle(reading.tiles.source.tile(bundle_path(index, width)))
    if leaves is None or len(leaves) != width:
        raise _NotAsTreeSaysError(first)
    held = reading.tiles.read(Tile(0, index, width))
    hashes = [held[at : at + HASH_SIZE] for at in range(0, width * HASH_SIZE, HASH_SIZE)]
    for place, leaf in enumerate(leaves):
        # A pruned leaf has no bytes any more; its hash stays, and the root is made with it.
        if leaf and leaf_hash(leaf) != hashes[place]:
            raise _NotAsTreeSaysError(first + place)
        if first + place >= reading.start:
            reading.ends.extend(_end(first + place, leaf))
    return hashes


def _end(position: int, leaf: bytes) -> Iterator[WitnessedEnd]:
    with suppress(AttributeError, TypeError, ValueError):
        if is_end(read_payload(leaf)):
            yield WitnessedEnd(position, leaf, ())


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
