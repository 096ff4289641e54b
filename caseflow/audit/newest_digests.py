"""Gather from the entries how each row stands: the newest digest that the log tells of it.

They are kept in a database of their own, in memory as far as it fits and else in a file without a
name, so that a provider's millions of rows need no more memory than a hospital's thousands.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from caseflow.vocabulary.acts import Act

Name: TypeAlias = tuple[str, UUID]  # a table and the id of a row
GONE = bytes(32)  # told of a row that was destroyed
_CACHE = 16_384  # KiB
_SIZE = 32
_COLUMNS = "name BLOB PRIMARY KEY, digests BLOB, at TEXT, rank INTEGER, standing INTEGER"
_FIND = "SELECT digests, at, rank, standing FROM newest WHERE name = ?"
_KEEP = "INSERT OR REPLACE INTO newest VALUES (?, ?, ?, ?, ?)"
_COUNT = "UPDATE newest SET standing = standing + ? WHERE name = ?"


class NewestDigests:
    """The newest digest of each row; close it at the end."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None)
        for command in (
            "PRAGMA journal_mode=OFF",
            "PRAGMA synchronous=OFF",
            f"PRAGMA cache_size=-{_CACHE}",
            f"CREATE TABLE newest ({_COLUMNS}) WITHOUT ROWID",
            "BEGIN",
        ):
            self._kept.execute(command)

    def close(self) -> None:
        """Forget everything."""
        self._kept.close()

    def see(self, content: Mapping[str, Any], position: int) -> None:
        """Take in the rows of one entry; raises KeyError or ValueError for what is no entry.

        A manifest tells how rows stood when the log was `upto` entries long: of a row that an entry
        since then tells of, that one counts.
        """
        manifest = content["act"] == Act.LOG_MANIFEST
        rank = int(content["details"]["upto"]) - 1 if manifest else position
        for row in content.get("rows", ()):
            digest = bytes.fromhex(row["digest"]) or GONE
            self._see(_key(row["table"], UUID(row["id"])), digest, content["at"], rank)

    def take(self, name: Name) -> frozenset[bytes]:
        """Return how a row may stand, nothing where the log does not know it; ask once.

        Of entries with one and the same instant nobody knows which came last.
        """
        key = _key(*name)
        found = self._kept.execute(_FIND, (key,)).fetchone()
        if found is None:
            return frozenset()
        self._kept.execute("DELETE FROM newest WHERE name = ?", (key,))
        return _split(found[0])

    def left(self) -> Iterator[Name]:
        """Yield the rows that nobody has asked for and that were not destroyed."""
        for key, digests in self._kept.execute("SELECT name, digests FROM newest ORDER BY name"):
            if GONE not in _split(digests):
                yield _name(key)

    def again(self, contents: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Name, list[bytes]]]:
        """Yield what must be told again of the rows of entries that go; call it once for each.

        How a row stands is told as it is told last, by whichever entry. That it was destroyed is
        told only where an entry stays that tells how it stood: of all else nobody asks.
        """
        for key, went in sorted(_mentions(contents).items()):
            digests, _, _, standing = self._kept.execute(_FIND, (key,)).fetchone()
            newest, staying = _split(digests), standing - went.standing
            told = newest != {GONE} or (went.gone and staying > 0)
            told_standing = len(newest - {GONE}) if told else 0
            self._kept.execute(_COUNT, (told_standing - went.standing, key))
            if told:
                yield _name(key), [b"" if each == GONE else each for each in sorted(newest)]

    def _see(self, key: bytes, digest: bytes, at: str, rank: int) -> None:
        found = self._kept.execute(_FIND, (key,)).fetchone()
        digests, standing = digest, int(digest != GONE)
        if found is not None:
            before, then, ranked, counted = found
            standing += counted
            if rank < ranked:
                digests, at, rank = before, then, ranked
            elif then == at:
                digests = before + digest
        self._kept.execute(_KEEP, (key, digests, at, rank, standing))


@dataclass(slots=True)
class _Mentions:
    """How often some entries tell of a row that stands, and whether one tells that it is gone."""

    standing: int = 0
    gone: bool = False


def _mentions(contents: Iterable[Mapping[str, Any]]) -> dict[bytes, _Mentions]:
    found: defaultdict[bytes, _Mentions] = defaultdict(_Mentions)
    for row in (row for content in contents for row in content.get("rows", ())):
        went = found[_key(row["table"], UUID(row["id"]))]
        if row["digest"]:
            went.standing += 1
        else:
            went.gone = True
    return found


def _key(table: str, row: UUID) -> bytes:
    return table.encode() + b"\0" + row.bytes


def _name(key: bytes) -> Name:
    table, _, row = key.partition(b"\0")
    return table.decode(), UUID(bytes=row)


def _split(digests: bytes) -> frozenset[bytes]:
    return frozenset(digests[at : at + _SIZE] for at in range(0, len(digests), _SIZE))
