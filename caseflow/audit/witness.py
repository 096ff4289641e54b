"""Look at a log as its witness: does it go on from the head that I have seen last?

Everything new is read, hashed, and put behind the old head; what comes out must be the new one. So
neither an entry of before nor one in between can be another than it says (RFC 9162 §2.1).
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum

from caseflow.audit.entries import read_payload
from caseflow.audit.log_source import LogSource, RememberedTiles
from caseflow.audit.witness_check import signed_head, witnessed_head
from caseflow.audit.witness_ends import is_end
from caseflow.audit.witness_file import Witness, WitnessedEnd
from caseflow.audit.witness_proofs import prove_ends
from caseflow.audit.witness_prunings import WitnessedPrunings
from caseflow.merkle.bundles import bundle_path, read_bundle
from caseflow.merkle.checkpoints import Checkpoint
from caseflow.merkle.tiles import TILE_WIDTH, Tile, hash_reader
from caseflow.merkle.tree import HASH_SIZE, Frontier, leaf_hash, load_frontier
from caseflow.vocabulary.errors import BrokenSeal


class Contradicts(StrEnum):
    """How a log contradicts what its witness has seen."""

    FILE_BROKEN = "file_broken"  # the witness's own file is not what its key signed
    OTHER_KEY = "other_key"  # signed with another key than the one that was pinned
    HEAD_FORGED = "head_forged"  # no checkpoint that this key signed
    SHRUNK = "shrunk"  # it is shorter than it was
    FORKED = "forked"  # it does not go on from the head that was seen
    LEAF_DIFFERS = "leaf_differs"  # an entry, or a whole bundle, is not what the tree holds
    LEAF_EMPTIED = "leaf_emptied"  # an entry has no bytes, and none tells that it was pruned
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
    pruned: WitnessedPrunings = field(default_factory=WitnessedPrunings)


class _ContradictsError(Exception):
    """Carries how the log contradicts, and the first entry that does."""

    def __init__(self, how: Contradicts, position: int) -> None:
        super().__init__(how)
        self.how, self.position = how, position


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
        before = known
        seen = replace(seen, ends=former.ends, witness=former.witness, unread=former.unread)
    return _go_on(source, before, head, seen)


def _go_on(
    source: LogSource, before: Checkpoint, head: Checkpoint, seen: Witness
) -> Seen | Contradiction:
    """Read from the head that was seen on to the new one, and prove every end to it."""
    if head.size < before.size:
        return Contradiction(Contradicts.SHRUNK, seen.checkpoint, head.size)
    try:
        read = _read_on(source, before, head, seen)
    except _ContradictsError as first:
        return Contradiction(first.how, seen.checkpoint, first.position)
    except BrokenSeal:
        read = None
    if read is None:
        return Contradiction(Contradicts.FORKED, seen.checkpoint)
    return Seen(read, head.size - before.size)


def _read_on(
    source: LogSource, before: Checkpoint, head: Checkpoint, seen: Witness
) -> Witness | None:
    """Return it with all ends and proofs; None where old head, entries and new head do not fit."""
    reading = _Reading(RememberedTiles(source, head.size), before.size)
    frontier = load_frontier(before.size, hash_reader(before.size, reading.tiles.read))
    if frontier.root() != before.root or _grown(reading, frontier, head.size).root() != head.root:
        return None
    untold = reading.pruned.first_untold()
    if untold is not None:
        raise _ContradictsError(Contradicts.LEAF_EMPTIED, untold)
    ends = prove_ends((*seen.ends, *reading.ends), before.size, head, reading.tiles)
    unread = (*seen.unread, *reading.pruned.unread())
    return None if ends is None else replace(seen, ends=ends, unread=unread)


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
        raise _ContradictsError(Contradicts.LEAF_DIFFERS, first)
    held = reading.tiles.read(Tile(0, index, width))
    hashes = [held[at : at + HASH_SIZE] for at in range(0, width * HASH_SIZE, HASH_SIZE)]
    for place, leaf in enumerate(leaves):
        # A pruned leaf has no bytes any more; its hash stays, and the root is made with it.
        if leaf and leaf_hash(leaf) != hashes[place]:
            raise _ContradictsError(Contradicts.LEAF_DIFFERS, first + place)
        if first + place >= reading.start:
            _take_in(reading, first + place, leaf)
    return hashes


def _take_in(reading: _Reading, position: int, leaf: bytes) -> None:
    """Keep of a new entry what a witness needs."""
    if not leaf:
        reading.pruned.meet(position)
        return
    with suppress(AttributeError, KeyError, TypeError, ValueError):
        content = read_payload(leaf)
        if is_end(content):
            reading.ends.append(WitnessedEnd(position, leaf, ()))
        reading.pruned.see(content, position)
