"""Read a whole database of the program, knowing nothing but the page of formats.

SQLite only: on PostgreSQL the same bytes stand in columns of other types.
"""

import hashlib
import json
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias, cast
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tests.functional import format_reader as reader
from tests.functional.format_page import PAGE, later_columns

Row: TypeAlias = dict[str, Any]
Keys: TypeAlias = dict[bytes, bytes]  # private keys of a unit by key id

_NOT_SEALED = {"row_seal", "uses", "writes"}
_LATER = later_columns(PAGE.read_text(encoding="utf-8"))
_KINDS: Mapping[str, Callable[[Any], object]] = {
    "CHAR(32)": UUID,
    "DATETIME": lambda text: datetime.fromisoformat(text).replace(tzinfo=UTC),
    "DATE": date.fromisoformat,
    "BOOLEAN": bool,
    "TEXT": json.loads,
}


class Database:
    """A database file and the root key of its installation."""

    def __init__(self, file: Path, root: bytes) -> None:
        with closing(sqlite3.connect(file)) as connection:
            self.tables = dict(_read_all(connection))
        self.root = root
        self.installation: bytes = self.one("installation")["id"].bytes
        self.server = {row["name"]: self._server_key(row) for row in self.tables["server_keys"]}

    def all(self, table: str, **wanted: object) -> list[Row]:
        """Return the rows of a table with these values."""
        rows = self.tables[table]
        return [row for row in rows if all(row[name] == wanted[name] for name in wanted)]

    def one(self, table: str, **wanted: object) -> Row:
        """Return the only row of a table with these values."""
        (row,) = self.all(table, **wanted)
        return row

    def broken_seals(self) -> list[str]:
        """Return the tables with a row whose seal does not hold."""
        return [
            table
            for table, rows in self.tables.items()
            for row in rows
            if "row_seal" in row and row["row_seal"] != self._seal(table, row)
        ]

    def staff_key(self, email: str, password: str) -> bytes:
        """Return a private key that a password opens."""
        pair = self.one("staff_pairs", staff_id=self.one("staff", email=email)["id"])
        wrapping = self.one("staff_wrappings", pair_id=pair["id"])
        context = [
            *(self.installation, pair["staff_id"].bytes, pair["id"].bytes),
            *(pair["version"].to_bytes(4), pair["key_id"]),
        ]
        inner = reader.unwrapped(self.root, "staff key", context, wrapping["wrapped"])
        by_password = reader.password_key(password, wrapping["record"])
        return reader.unwrapped(by_password, "staff key", context, inner)

    def unit_keys(self, unit: UUID, private: bytes) -> Keys:
        """Return the private keys of a unit that a member's private key leads to."""
        pairs = sorted(self.all("unit_pairs", unit_id=unit), key=lambda pair: -pair["version"])
        newest = pairs[0]
        own = reader.key_id(reader.public_half(private))
        readers = {row["id"] for row in self.all("staff_pairs", key_id=own)}
        readers |= {row["id"] for row in self.all("installation", recovery_key_id=own)}
        (envelope,) = [
            row
            for row in self.all("unit_envelopes", unit_pair_id=newest["id"])
            if row["reader_id"] in readers
        ]
        ids = self._ids(unit, newest["key_id"], own, envelope["act"])
        info = reader.envelope_info("caseflow envelope 1", "unit", newest["version"], ids)
        keys = [reader.open_hpke(private, info, envelope["sealed"])]
        for newer, older in pairwise(pairs):
            by = reader.derived(keys[-1], "former keys")
            version = older["version"].to_bytes(4)
            context = [self.installation, unit.bytes, version, older["key_id"]]
            keys.append(reader.unwrapped(by, "former unit key", context, newer["previous"]))
        return {reader.key_id(reader.public_half(key)): key for key in keys}

    def trustee_key(self, secret: bytes, keys: Keys) -> Keys:
        """Return the trustee's private key, which a unit and the trustee secret open together."""
        trustee = self.one("trustee_pairs")
        for pair in self.all("unit_pairs"):
            if pair["key_id"] in keys:
                row = self.one("trustee_envelopes", unit_pair_id=pair["id"])
                context = [self.installation, trustee["id"].bytes, pair["id"].bytes]
                inner = reader.unwrapped(secret, "trustee envelope", context, row["sealed"])
                ids = self._ids(trustee["id"], trustee["key_id"], pair["key_id"], row["act"])
                info = reader.envelope_info(
                    "caseflow envelope 1", "trustee", trustee["version"], ids
                )
                return {trustee["key_id"]: reader.open_hpke(keys[pair["key_id"]], info, inner)}
        raise KeyError("no envelope leads to the trustee")

    def drawer_keys(self, keys: Keys) -> dict[UUID, bytes]:
        """Return the keys of all drawers that are open to these private keys."""
        return {
            row["drawer_id"]: self._drawer_key(keys[row["reader_key_id"]], row)
            for row in self.all("envelopes")
            if row["reader_key_id"] in keys
        }

    def fields(self, table: str, columns: list[str], drawers: dict[UUID, bytes]) -> list[list[str]]:
        """Return what stands in these columns of all rows whose drawers are open."""
        return [
            [self._field(table, row, column, drawers[row["drawer_id"]]) for column in columns]
            for row in self.all(table)
            if row["drawer_id"] in drawers
        ]

    def card(self, row: Row, keys: Keys) -> Row:
        """Return what a name card says."""
        key = keys[row["unit_key_id"]]
        consent = row["consent_id"]
        ground = b"" if consent is None else consent.bytes
        place = self._card_place(row["unit_id"], row["id"], 0)
        context = [*place, row["client_id"].bytes, ground]
        if row["category"] != "identity":
            context.append(row["category"].encode())
        if row["filed"]:
            text = reader.unpadded(self._under_cards(key, "name card", context, row["sealed"]))
        else:
            text = reader.open_text(key, "name card", context, row["sealed"])
        return cast("Row", json.loads(text))

    def card_order(self, unit: UUID, keys: Keys) -> list[UUID]:
        """Return the clients of a unit in the order of their names."""
        row = self.one("card_orders", unit_id=unit)
        context = self._card_place(unit, unit, row["revision"])
        key = keys[row["unit_key_id"]]
        joined = self._under_cards(key, "card order", context, row["sealed"])
        return [UUID(bytes=joined[at : at + 16]) for at in range(0, len(joined), 16)]

    def code_of(self, case: Row, keys: Keys) -> str:
        """Return the client code on a case."""
        context = self._card_place(case["unit_id"], case["id"], 0)
        key = keys[case["code_key_id"]]
        return reader.unpadded(self._under_cards(key, "name card", context, case["code"]))

    def signed_root(self) -> bytes:
        """Return the root of the newest checkpoint, its signature checked."""
        newest = max(self.all("log_checkpoints"), key=lambda row: row["size"])
        text, _, line = newest["note"].rpartition("\n\n")
        origin, size, root = text.split("\n")
        public = Ed25519PrivateKey.from_private_bytes(self.server["signing"]).public_key()
        raw = public.public_bytes_raw()
        signed = b64decode(line.split(" ")[2])
        assert signed[:4] == hashlib.sha256(f"{origin}\n\x01".encode() + raw).digest()[:4]
        Ed25519PublicKey.from_public_bytes(raw).verify(signed[4:], f"{text}\n".encode())
        assert int(size) == newest["size"] == len(self.all("log_leaves"))
        assert root == b64encode(newest["root"]).decode()
        return b64decode(root)

    def leaves(self) -> list[bytes]:
        """Return the leaves of the log in their order."""
        rows = sorted(self.all("log_leaves"), key=lambda row: row["position"])
        return [row["payload"] for row in rows]

    def digest(self, table: str, row: Row) -> str:
        """Return the digest of a row as the log writes it."""
        return reader.row_digest(table, _covered(table, row)).hex()

    def _seal(self, table: str, row: Row) -> bytes:
        return reader.row_seal(self.server["row_seal"], table, _covered(table, row))

    def _server_key(self, row: Row) -> bytes:
        context = [row["name"].encode(), row["version"].to_bytes(4)]
        return reader.unwrapped(self.root, "server key", context, row["wrapped"])

    def _drawer_key(self, private: bytes, row: Row) -> bytes:
        ids = self._ids(row["drawer_id"], row["key_id"], row["reader_key_id"], row["act"])
        label = "caseflow own envelope 1" if row["symmetric"] else "caseflow envelope 1"
        info = reader.envelope_info(label, "drawer", row["key_version"], ids)
        opened = reader.open_own if row["symmetric"] else reader.open_hpke
        return opened(private, info, row["sealed"])

    def _field(self, table: str, row: Row, column: str, key: bytes) -> str:
        place = [self.installation, row["drawer_id"].bytes, table.encode(), row["id"].bytes]
        return reader.open_field(key, place, column, row["seal_revision"], row[column])

    def _ids(self, about: UUID, key_id: bytes, reader_key_id: bytes, act: UUID) -> dict[str, bytes]:
        return {
            "installation": self.installation,
            "id": about.bytes,
            "key id": key_id,
            "reader key id": reader_key_id,
            "act": act.bytes,
        }

    def _card_place(self, unit: UUID, row: UUID, revision: int) -> list[bytes]:
        return [self.installation, unit.bytes, row.bytes, revision.to_bytes(8)]

    def _under_cards(self, key: bytes, label: str, context: list[bytes], sealed: bytes) -> bytes:
        return reader.unwrapped(reader.derived(key, "cards"), label, context, sealed)


def _covered(table: str, row: Row) -> Row:
    later = _LATER.get(table, set())
    return {
        name: value
        for name, value in row.items()
        if name not in _NOT_SEALED and not (name in later and value is None)
    }


def _read_all(connection: sqlite3.Connection) -> Iterator[tuple[str, list[Row]]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in tables.fetchall():
        columns = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
        kinds = dict(columns.fetchall())
        rows = connection.execute(f'SELECT {", ".join(kinds)} FROM "{table}"')  # noqa: S608 - names of the file's own tables
        yield table, [_row(kinds, values) for values in rows]


def _row(kinds: dict[str, str], values: tuple[object, ...]) -> Row:
    return {
        name: value if value is None or kind not in _KINDS else _KINDS[kind](value)
        for (name, kind), value in zip(kinds.items(), values, strict=True)
    }
