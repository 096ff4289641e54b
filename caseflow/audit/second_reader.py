"""Verify a part of the log in a process of its own, and say of which leaves it is sound.

It has no key and needs none, nor most of this program: its start is short. What it does not say is
looked at by whoever asked. It ends when nobody listens any more.
"""

from collections.abc import Collection
from contextlib import closing
from hashlib import sha256
from importlib import import_module
from io import RawIOBase
from select import select
from typing import Any, BinaryIO, NamedTuple

from msgspec.json import decode, encode

from caseflow.audit.leaf_reader import LeafReader, Question
from caseflow.audit.prunings import Ranges, ranges_of
from caseflow.audit.sound_leaves import Sound, recognise
from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import root


class Wanted(NamedTuple):
    """Where the log lies and how it is read; what is read of it comes in further lines."""

    driver: str
    address: list[str]
    named: dict[str, Any]  # what the driver is told besides
    question: Question
    step: int  # leaves at once
    staged: list[str]  # entries not yet in the tree when the verification began


class Seen(NamedTuple):
    """What leaves tell that are all sound, from a position up to another."""

    start: int
    end: int
    digest: bytes  # SHA-256 of their hashes, one behind the other
    tops: list[bytes]  # the roots of their full tiles
    used: dict[str, Ranges]  # the uses of each basis, each once
    ended: dict[str, tuple[int, int]]  # the last use as it was said, and where
    met: list[str]  # those of the staged entries


def answer(asked: RawIOBase, said: BinaryIO) -> None:
    """Read what is asked for, and write a line for each stretch that is sound, the last one first.

    Whoever asks comes from the other side, and asks for something else once they meet.
    """
    wanted = decode(asked.readline(), type=Wanted)
    connection = import_module(wanted.driver).connect(*wanted.address, **wanted.named)
    with closing(connection):
        reader = LeafReader(wanted.question, connection)
        while line := asked.readline():
            begin, end = decode(line, type=tuple[int, int])
            for start in reversed(range(begin, end, wanted.step)):
                if select([asked], [], [], 0)[0]:
                    break
                seen = look(reader, start, min(start + wanted.step, end), wanted.staged)
                if seen:
                    said.write(b"%d %b\n" % (start, encode(seen)))
                    said.flush()


def look(reader: LeafReader, start: int, end: int, staged: Collection[str]) -> Seen | None:
    """Return what leaves tell that are all sound, None where one needs a closer look."""
    sound = recognise(reader.read(start, end).parts)
    used = _used(sound) if sound else None
    if sound is None or used is None:
        return None
    full = range(0, len(sound.hashes) - TILE_WIDTH + 1, TILE_WIDTH)
    return Seen(
        start=start,
        end=end,
        digest=sha256(b"".join(sound.hashes)).digest(),
        tops=[root(sound.hashes[at : at + TILE_WIDTH]) for at in full],
        used=used,
        ended={basis.id: (basis.use, start + number) for number, basis in sound.ended},
        met=[each for each in sound.ids if each in staged] if staged else [],
    )


def _used(sound: Sound) -> dict[str, Ranges] | None:
    """Return the uses of each basis, None where one was told twice."""
    told: dict[str, list[int]] = {}
    for bases in sound.used:
        for basis in bases:
            told.setdefault(basis.id, []).append(basis.use)
    if any(len(set(uses)) < len(uses) for uses in told.values()):
        return None
    return {basis: _ranges(uses) for basis, uses in told.items()}


def _ranges(uses: list[int]) -> Ranges:
    first, last = uses[0], uses[-1]
    # Nearly all come one right behind the other.
    return [(first, last)] if uses == list(range(first, last + 1)) else ranges_of(uses)
