"""Read a part of the log in a process of its own, and say of which leaves it is sound.

It has no key and needs none. What it does not say is looked at again by whoever asked.
"""

import sys
from collections.abc import Collection, Iterator
from hashlib import sha256
from typing import NamedTuple

from msgspec.json import decode, encode
from sqlalchemy import Connection

from caseflow.audit.quick_entries import EntryTold
from caseflow.audit.sound_leaves import fetch_parts, parts, recognise
from caseflow.database.engines import open_engine


class Wanted(NamedTuple):
    """What is to be read, from where."""

    url: str
    start: int
    end: int
    step: int  # how many at once
    staged: list[str]  # entries not yet in the tree when the reading began


class Seen(NamedTuple):
    """What leaves tell that are sound, from a position up to another."""

    start: int
    end: int
    digest: str  # SHA-256 of their hashes, one behind the other
    uses: dict[str, tuple[int, int]]  # of each basis: the first, and the last without gap
    ended: dict[str, tuple[int, int]]  # the last use as it was said, and where
    met: list[str]  # those of the staged entries


def answer() -> None:
    """Read what is asked for on the standard input, and write a line for each sound chunk."""
    wanted = decode(sys.stdin.buffer.read(), type=Wanted)
    engine = open_engine(wanted.url, reads_only=True)
    with engine.connect() as connection:
        sys.stdout.buffer.writelines(encode(seen) + b"\n" for seen in read(connection, wanted))
    engine.dispose()


def read(connection: Connection, wanted: Wanted) -> Iterator[Seen]:
    """Yield what each chunk tells that is sound."""
    staged = frozenset(wanted.staged)
    for start in range(wanted.start, wanted.end, wanted.step):
        seen = _seen(connection, start, min(start + wanted.step, wanted.end), staged)
        if seen is not None:
            yield seen


def _seen(connection: Connection, start: int, end: int, staged: Collection[str]) -> Seen | None:
    fetched = fetch_parts(connection, start, end)
    connection.rollback()
    digest, told = sha256(), _Told()
    for part, (first, _) in zip(fetched, parts(start, end), strict=True):
        sound = part and recognise(part)
        if not sound or not told.take(sound.entries, first):
            return None
        digest.update(b"".join(sound.hashes))
        told.met += [entry.id for entry in sound.entries if entry.id in staged]
    return Seen(start, end, digest.hexdigest(), told.uses, told.ended, told.met)


class _Told:
    """What the entries of a chunk tell."""

    def __init__(self) -> None:
        self.uses: dict[str, tuple[int, int]] = {}
        self.ended: dict[str, tuple[int, int]] = {}
        self.met: list[str] = []

    def take(self, entries: Collection[EntryTold], start: int) -> bool:
        """Take in what they tell; say no where a use does not come right behind the last one."""
        uses = self.uses
        for position, entry in enumerate(entries, start):
            for basis in entry.bases:
                first, last = uses.get(basis.id, (basis.use, basis.use - 1))
                if basis.use != last + 1:
                    return False
                uses[basis.id] = first, basis.use
            for basis in entry.ended:
                self.ended[basis.id] = basis.use, position
        return True
