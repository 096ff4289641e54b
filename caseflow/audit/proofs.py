"""Prove from the stored tiles that an entry is in the log and that the log only grew."""

from caseflow.audit.stored_tiles import tile_reader
from caseflow.database.unit_of_work import Work
from caseflow.merkle.proofs import prove_consistency, prove_inclusion
from caseflow.merkle.tiles import hash_reader


def prove_entry(work: Work, position: int, size: int) -> tuple[bytes, ...]:
    """Return the proof that the entry at this position is in the log of this size.

    Raises ValueError where that log has no such entry, BrokenSeal where a tile is cut short.
    """
    return prove_inclusion(position, size, hash_reader(size, tile_reader(work)))


def prove_growth(work: Work, old_size: int, new_size: int) -> tuple[bytes, ...]:
    """Return the proof that the log of the old size is the beginning of the new one.

    Raises ValueError where the log would shrink, BrokenSeal where a tile is cut short.
    """
    return prove_consistency(old_size, new_size, hash_reader(new_size, tile_reader(work)))
