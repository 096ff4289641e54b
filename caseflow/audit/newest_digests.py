"""Gather from the entries how each row stands: the newest digest that the log tells of it.

They are kept in a database of their own, in memory as far as it fits and else in a file without a
name, so that a provider's millions of rows need no more memory than a hospital's thousands.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias
from uuid import UUID

from caseflow.vocabulary.acts import Act

Name: TypeAlias = tuple[str, UUID]  # a table and the id of a row
GONE = bytes(32)  # told of a row that was destroyed
_CACHE = 16_384  # KiB
_SIZE = 32
_COLUMNS = "name BLOB PRIMARY KEY, digests BLOB, at TEXT, rank INTEGER"
_FIND = "SELECT digests, at, rank FROM newest WHERE name = ?"
_KEEP = "INSERT OR REPLACE INTO newest VALUES (?, ?, ?, ?)"


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

    def standing(self) -> Iterator[tuple[Name, bytes]]:
        """Yield the newest digest of each row that was not destroyed, or each of one instant."""
        for key, digests in self._kept.execute("SELECT name, digests FROM newest ORDER BY name"):
            for newest in sorted(_split(digests) - {GONE}):
                yield _name(key), newest

    def _see(self, key: bytes, digest: bytes, at: str, rank: int) -> None:
        found = self._kept.execute(_FIND, (key,)).fetchone()
        digests = digest
        if found is not None:
            before, then, ranked = found
            if rank < ranked:
                return
            digests = before + digest if then == at else digest
        self._kept.execute(_KEEP, (key, digests, at, rank))


def _key(table: str, row: UUID) -> bytes:
    return table.encode() + b"\0" + row.bytes


def _name(key: bytes) -> Name:
    table, _, row = key.partition(b"\0")
    return table.decode(), UUID(bytes=row)


def _split(digests: bytes) -> frozenset[bytes]:
    return frozenset(digests[at : at + _SIZE] for at in range(0, len(digests), _SIZE))
