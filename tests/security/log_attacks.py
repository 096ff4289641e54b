"""Tamper with the log as somebody does who can write to the database, or holds its key as well."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random  # noqa: TID251 - an attack must be the same again by its number
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from caseflow.audit.columns import plain_columns
from caseflow.audit.entries import read_payload
from caseflow.audit.heads import origin_of
from caseflow.crypto.signing import Signer
from caseflow.database.tables.audit_log import Checkpoint, Leaf, Tile, TreeHead
from caseflow.merkle.checkpoints import checkpoint_text
from caseflow.merkle.notes import NoteSigner, key_id, sign_note
from caseflow.merkle.tiles import grow
from caseflow.merkle.tree import Frontier, leaf_hash
from tests.factories.log import Log

# How far an attacker goes: bytes; their hashes; tiles and size; every head, signed anew.
BYTES, HASHES, TILES, HEADS = range(4)


@dataclass(frozen=True)
class Attack:
    """What was done, and where the log differs first."""

    kind: str
    reach: int
    first: int


def tamper(log: Log, connection: Connection, number: int) -> Attack:
    """Tamper with the log in one of many ways; the number decides in which."""
    dice = Random(number)  # noqa: S311 - chooses, and guards nothing
    kind = list(KINDS)[number % len(KINDS)]
    reach = dice.choice((BYTES, HASHES, TILES, HEADS, HEADS))
    before: list[bytes] = list(connection.scalars(select(Leaf.payload).order_by(Leaf.position)))
    after = KINDS[kind](list(before), dice)
    pairs = zip(before, after, strict=False)
    first = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
    _store(log, connection, after, reach)
    return Attack(kind, reach, min(len(before), len(after)) if first is None else first)


def _edited(leaves: list[bytes], dice: Random) -> list[bytes]:
    at = dice.randrange(len(leaves))
    leaves[at] = leaves[at].replace(b"request-1", b"request-%d" % dice.randint(2, 99))
    return leaves


def _deleted(leaves: list[bytes], dice: Random) -> list[bytes]:
    del leaves[dice.randrange(len(leaves))]
    return leaves


def _inserted(leaves: list[bytes], dice: Random) -> list[bytes]:
    at = dice.randrange(len(leaves))
    here = read_payload(leaves[at])["id"].encode()
    leaves.insert(at, leaves[at].replace(here, str(uuid4()).encode()))
    return leaves


def _reordered(leaves: list[bytes], dice: Random) -> list[bytes]:
    one, other = dice.sample(range(len(leaves)), 2)
    leaves[one], leaves[other] = leaves[other], leaves[one]
    return leaves


def _truncated(leaves: list[bytes], dice: Random) -> list[bytes]:
    return leaves[: dice.randrange(1, len(leaves))]


def _forked(leaves: list[bytes], dice: Random) -> list[bytes]:
    at = dice.randrange(len(leaves))
    return [*leaves[:at], *(each.replace(b"request-1", b"request-2") for each in leaves[at:])]


def _rechained(leaves: list[bytes], dice: Random) -> list[bytes]:
    return _forked(_deleted(leaves, dice), dice)


KINDS: Mapping[str, Callable[[list[bytes], Random], list[bytes]]] = {
    "edit": _edited,
    "delete": _deleted,
    "insert": _inserted,
    "reorder": _reordered,
    "truncate": _truncated,
    "fork": _forked,
    "re-chain": _rechained,
}


def _store(log: Log, connection: Connection, leaves: Sequence[bytes], reach: int) -> None:
    hashes = [leaf_hash(each) for each in leaves]
    held = list(connection.scalars(select(Leaf.leaf_hash).order_by(Leaf.position)))
    told = hashes if reach >= HASHES else [*held, *hashes[len(held) :]]
    rows = zip(leaves, told, strict=False)
    connection.execute(delete(Leaf))
    connection.execute(insert(Leaf), [_row(at, *row) for at, row in enumerate(rows)])
    if reach >= TILES:
        _build(connection, hashes)
    if reach >= HEADS:
        _sign(connection, log.around.installation, log.signer, hashes)


def _row(position: int, leaf: bytes, hashed: bytes) -> dict[str, Any]:
    columns = plain_columns(read_payload(leaf))
    return {"position": position, "payload": leaf, "leaf_hash": hashed, **columns}


def _build(connection: Connection, hashes: list[bytes]) -> None:
    connection.execute(delete(Tile))
    tiles = grow(0, hashes, lambda _tile: b"")
    rows = [
        {"level": tile.level, "position": tile.index, "hashes": held}
        for tile, held in tiles.items()
    ]
    connection.execute(insert(Tile), rows)
    connection.execute(update(TreeHead).values(size=len(hashes)))


def _sign(connection: Connection, installation: Any, signer: Signer, hashes: list[bytes]) -> None:  # noqa: ANN401 - an id
    origin = origin_of(installation)
    by_us = NoteSigner(origin, key_id(origin, signer.public), signer.sign)
    sizes = {*connection.scalars(select(Checkpoint.size)), len(hashes)}
    connection.execute(delete(Checkpoint))
    heads = []
    for size in sorted(each for each in sizes if each <= len(hashes)):
        root = Frontier().grown(hashes[:size]).root()
        note = sign_note(checkpoint_text(origin, size, root), by_us)
        heads.append({"size": size, "root": root, "note": note, "at": datetime.now(UTC)})  # noqa: TID251 - the attacker's own clock
    connection.execute(insert(Checkpoint), heads)
