"""Ways in which a ciphertext is tampered with, none of which its bytes alone forbid."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random  # noqa: TID251 - a tampering must be the same again by its number
from typing import Any, TypeAlias

from caseflow.vocabulary.errors import BrokenKey, MissingKey

Tampering: TypeAlias = Callable[[Random, bytes, list[bytes]], bytes]


@dataclass(frozen=True)
class Chest:
    """A ciphertext at its place in the database, and the room's way to open it there."""

    column: str  # table and column
    row: str
    sealed: bytes
    open: Callable[[bytes], object]  # what lies in it; None or an error where nothing opens
    drawer: str = ""  # what lies in one is the likeliest to be taken for each other
    strange: tuple[bytes, ...] = ()  # under its own key, but of another revision, drawer, version

    def opened(self, sealed: bytes) -> object:
        """Return what opens of this at the place, None where nothing does."""
        try:
            return self.open(sealed)
        except (BrokenKey, MissingKey):
            return None


def _bits(count: int) -> Tampering:
    def flip(chance: Random, sealed: bytes, _others: list[bytes]) -> bytes:
        changed = bytearray(sealed)
        for bit in chance.sample(range(8 * len(sealed)), count):
            changed[bit // 8] ^= 1 << bit % 8
        return bytes(changed)

    return flip


def _swapped(chance: Random, _sealed: bytes, others: list[bytes]) -> bytes:
    return chance.choice(others)


def _strange(chance: Random, _sealed: bytes, others: list[bytes]) -> bytes:
    return chance.choice(others)


def _joined(chance: Random, sealed: bytes, others: list[bytes]) -> bytes:
    at = chance.randrange(1, len(sealed))
    return sealed[:at] + chance.choice(others)[at:]


TAMPERINGS: dict[str, Tampering] = {
    "a bit": _bits(1),
    "two bits": _bits(2),
    "another format": lambda _chance, sealed, _others: b"\x02" + sealed[1:],
    "another key version": lambda _chance, sealed, _others: sealed[:4] + b"\x09" + sealed[5:],
    "another place": _swapped,
    "another revision, key version, drawer or house": _strange,
    "half of another": _joined,
    "cut short": lambda chance, sealed, _others: sealed[: chance.randrange(1, len(sealed))],
    "longer": lambda chance, sealed, _others: sealed + chance.randbytes(16),
    "emptied": lambda _chance, _sealed, _others: b"",
    "chance": lambda chance, sealed, _others: chance.randbytes(len(sealed)),
    "another tag": lambda chance, sealed, _others: sealed[:-16] + chance.randbytes(16),
}


def tampered(chests: list[Chest], trials: int, seed: int) -> Iterator[tuple[Chest, str, bytes]]:
    """Yield so many tamperings, each column and each way equally often."""
    chance = Random(seed)  # noqa: S311 - chance that comes again
    by_column: dict[str, list[Chest]] = {}
    for chest in chests:
        by_column.setdefault(chest.column, []).append(chest)
    columns, ways = sorted(by_column), sorted(TAMPERINGS)
    for trial in range(trials):
        same = by_column[columns[trial % len(columns)]]
        way, chest = ways[trial // len(columns) % len(ways)], chance.choice(same)
        changed = TAMPERINGS[way](chance, chest.sealed, _others(chance, chest, same, chests, way))
        if changed != chest.sealed:
            yield chest, way, changed


def _others(
    chance: Random, chest: Chest, same: list[Chest], chests: list[Chest], way: str
) -> list[bytes]:
    """Return what is put in its place: from another row, from beside it, or from anywhere."""
    if chest.strange and TAMPERINGS[way] is _strange:
        return [*chest.strange]
    beside = [each for each in chests if each.row == chest.row]
    within = [each for each in same if each.drawer == chest.drawer]
    for near in (chance.choice([same, within, beside]), chests):
        found = [each.sealed for each in near if each.sealed != chest.sealed]
        if found:
            return found
    return []


def found_opening(cases: Iterator[tuple[Chest, str, bytes]]) -> tuple[int, list[str]]:
    """Return how many tamperings were tried, and which of them opened all the same."""
    tried, wrong = 0, []
    for chest, way, changed in cases:
        tried += 1
        opened: Any = chest.opened(changed)
        if opened is not None:
            wrong.append(f"{chest.column}: {way}")
    return tried, wrong
