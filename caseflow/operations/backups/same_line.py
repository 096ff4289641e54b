"""Say whether a witness has seen the log of a backup go on, or another line of it.

A restore begins a line of its own, under the same key and name. Whoever has seen another one knows
nothing of what ended on this one behind the place where the two part.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.audit.stored_tiles import tile_reader
from caseflow.audit.witness_file import Witness, WitnessedEnd
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.unit_of_work import Work
from caseflow.merkle.proofs import sibling_spans
from caseflow.merkle.tiles import hash_reader
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenSeal

_Node = tuple[int, int, bytes]  # level and index in the tree, and the hash


def goes_on(work: Work, witness: Witness, size: int) -> bool:
    """Say whether a witness has seen the log of a backup of this size, and more, with sharing on.

    A line whose own sharing was still suspended when the witness looked last, lacks ends itself.
    """
    told = [_read(end.leaf) for end in witness.ends]
    restores = {each["id"] for each in told if each.get("act") == Act.INSTALLATION_RESTORE}
    return (
        witness.size > size
        and _restores(work) <= restores
        and not _still_suspended(told)
        and _agrees(work, witness, size)
    )


def _restores(work: Work) -> set[str]:
    """Return the entries of the restores that the backup tells of itself."""
    placed = select(Leaf.entry_id).where(Leaf.act == Act.INSTALLATION_RESTORE)
    staged = map(_read, work.session.scalars(select(StagedEntry.payload)))
    found = {str(each) for each in work.session.scalars(placed)}
    return found | {each["id"] for each in staged if each.get("act") == Act.INSTALLATION_RESTORE}


def _still_suspended(told: list[dict[str, Any]]) -> bool:
    state = False
    for each in told:
        if each.get("act") == Act.INSTALLATION_RESTORE:
            state = each.get("details", {}).get("suspended") != "no"
        if each.get("act") == Act.RESTORE_CONFIRM:
            state = False
    return state


def _agrees(work: Work, witness: Witness, size: int) -> bool:
    """Compare each hash in the file that lies within the backup's tree with the one there."""
    read = cache(hash_reader(size, tile_reader(work)))
    nodes = (node for end in witness.ends for node in _nodes(end, witness.size, size))
    try:
        return all(read(level, index) == hashed for level, index, hashed in nodes)
    except BrokenSeal:
        return False


def _nodes(end: WitnessedEnd, size: int, within: int) -> Iterator[_Node]:
    """Yield the leaf and the whole subtrees of its proof that no growing changes any more."""
    if end.index < within:
        yield 0, end.index, leaf_hash(end.leaf)
    for (start, stop), hashed in zip(
        sibling_spans(end.index, size), reversed(end.proof), strict=False
    ):
        width = stop - start
        if stop <= within and width.bit_count() == 1:
            yield width.bit_length() - 1, start // width, hashed


def _read(payload: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        return read_payload(payload)
    return {}
