"""A thief with files: opens what she can with sqlite3 and the ciphers, in a process of her own.

Run as a program. It reads from standard input what the thief has, and prints what she opened.
Nothing of the vault, the key store or the tables is used.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from caseflow.crypto.cards import NameCardPlace, card_key, open_card, open_inbox_card
from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.envelopes import (
    Destination,
    open_envelope,
    open_from,
    open_own,
    own_envelope_key,
)
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.crypto.key_pairs import PrivateKey, pair_from_seed
from caseflow.crypto.passwords import password_key
from caseflow.crypto.recovery_shares import join
from caseflow.crypto.wrapping import unwrap
from caseflow.vocabulary.errors import BrokenKey

CONTENTS = (
    *("entries", "facts", "goals", "progress", "summary_paragraphs", "consent_evidence"),
    *("disclosure_contents", "disclosure_notes"),
    *("guardians", "relatives", "guardian_answers", "documents", "document_files"),
    *("appointments", "corrections", "summary_versions"),
)
PLAIN = {"client_id", "id", "drawer_id", "key_version", "seal_revision", "version"}


@dataclass
class Loot:
    """What the thief has, and what she has made of it so far."""

    databases: list[str]
    root: Cipher | None
    trustee: Cipher | None
    passwords: list[tuple[str, str]]  # address, password
    shares: list[str]
    pairs: dict[bytes, PrivateKey] = field(default_factory=dict)  # of whomever, by key id
    drawers: dict[tuple[UUID, int], Cipher] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)


class Database:
    """A stolen file."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self._connection.row_factory = sqlite3.Row
        (self.installation,) = (UUID(row["id"]) for row in self.rows("installation"))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return all rows of a table."""
        found = self._connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - own names
        return [dict(row) for row in found]

    def by_id(self, table: str) -> dict[str, dict[str, Any]]:
        """Return all rows of a table by their ids."""
        return {row["id"]: row for row in self.rows(table)}

    def destination(self, what: str, row: dict[str, Any], key_id: bytes, act: str) -> Destination:
        """Return what an envelope for this key, or version of a pair, is bound to."""
        ids = {"drawer": "drawer_id", "unit": "unit_id", "trustee": "id"}
        version = row["key_version"] if what == "drawer" else row["version"]
        named = UUID(row[ids[what]])
        return Destination(
            self.installation, what, named, version, row["key_id"], key_id, UUID(act)
        )


def plunder(loot: Loot) -> set[str]:
    """Open whatever opens, in all files and with all keys, until nothing new opens."""
    files = [Database(path) for path in loot.databases]
    if loot.shares:
        _keep(loot, pair_from_seed(join(loot.shares), "recovery"))
    for step in (_log_in, _units, _former, _trustee, _drawers, _contents, _cards, _letters):
        for file in files:
            step(loot, file)
    return loot.texts


def _keep(loot: Loot, private: PrivateKey) -> None:
    loot.pairs[private.public.key_id] = private


def _log_in(loot: Loot, file: Database) -> None:
    if loot.root is None:
        return
    staff, pairs = file.by_id("staff"), file.by_id("staff_pairs")
    for row in file.rows("staff_wrappings"):
        pair = pairs[row["pair_id"]]
        for address, password in loot.passwords:
            if staff[pair["staff_id"]]["email"] == address:
                _guess(loot, file, (pair, row), password)


def _guess(
    loot: Loot, file: Database, found: tuple[dict[str, Any], dict[str, Any]], password: str
) -> None:
    pair, row = found
    context = (
        file.installation.bytes,
        UUID(pair["staff_id"]).bytes,
        UUID(pair["id"]).bytes,
        pair["version"].to_bytes(4, "big"),
        pair["key_id"],
    )
    root = loot.root
    assert root is not None
    by_password = Cipher(password_key(password, row["record"]))
    for inner in _opened(lambda: unwrap(root, "staff key", context, row["wrapped"])):
        for raw in _opened(lambda: unwrap(by_password, "staff key", context, inner)):  # noqa: B023 - called at once
            _keep(loot, PrivateKey(raw))


def _units(loot: Loot, file: Database) -> None:
    pairs = file.by_id("unit_pairs")
    for row in file.rows("unit_envelopes"):
        for private in list(loot.pairs.values()):
            pair = pairs[row["unit_pair_id"]]
            destination = file.destination("unit", pair, private.public.key_id, row["act"])
            for raw in _opened(lambda: open_envelope(private, destination, row["sealed"])):  # noqa: B023 - called at once
                _keep(loot, PrivateKey(raw))


def _former(loot: Loot, file: Database) -> None:
    """Follow the chains from newer unit keys to former ones."""
    pairs = sorted(file.rows("unit_pairs"), key=lambda row: -row["version"])
    for newer in pairs:
        private = loot.pairs.get(newer["key_id"])
        for older in pairs:
            follows = (older["unit_id"], older["version"]) == (
                newer["unit_id"],
                newer["version"] - 1,
            )
            if private is None or not follows or newer["previous"] is None:
                continue  # no link lies there yet: each member has an envelope of her own
            version = older["version"].to_bytes(4, "big")
            unit = UUID(older["unit_id"]).bytes
            context = (file.installation.bytes, unit, version, older["key_id"])
            chain = Cipher(derive(private.raw(), "former keys"))
            _keep(loot, PrivateKey(unwrap(chain, "former unit key", context, newer["previous"])))


def _trustee(loot: Loot, file: Database) -> None:
    secret = loot.trustee
    if secret is None:
        return
    trustees, pairs = file.by_id("trustee_pairs"), file.by_id("unit_pairs")
    for row in file.rows("trustee_envelopes"):
        trustee, pair = trustees[row["trustee_id"]], pairs[row["unit_pair_id"]]
        unit = loot.pairs.get(pair["key_id"])
        if unit is None:
            continue
        ids = (UUID(trustee["id"]).bytes, UUID(pair["id"]).bytes)
        context = (file.installation.bytes, *ids)
        destination = file.destination("trustee", trustee, pair["key_id"], row["act"])
        for inner in _opened(lambda: unwrap(secret, "trustee envelope", context, row["sealed"])):  # noqa: B023 - called at once
            _keep(loot, PrivateKey(open_envelope(unit, destination, inner)))


def _drawers(loot: Loot, file: Database) -> None:
    for row in file.rows("envelopes"):
        private = loot.pairs.get(row["reader_key_id"])
        if private is None:
            continue
        destination = file.destination("drawer", row, row["reader_key_id"], row["act"])
        key = (
            open_own(own_envelope_key(private), destination, row["sealed"])
            if row["symmetric"]
            else open_envelope(private, destination, row["sealed"])
        )
        loot.drawers[UUID(row["drawer_id"]), row["key_version"]] = Cipher(key)


def _contents(loot: Loot, file: Database) -> None:
    for table in CONTENTS:
        for row in file.rows(table):
            for (drawer, version), cipher in loot.drawers.items():
                if drawer == UUID(row["drawer_id"]):
                    # A thief tries every version that she has; the format says which one it is.
                    opener = FieldsOfDrawer(cipher, version, file.installation, drawer)
                    fields = opener.row(table, UUID(row["id"]), row["seal_revision"])
                    for name in row.keys() - PLAIN:
                        loot.texts.update(_opened(lambda: fields.open(name, row[name])))  # noqa: B023 - called at once


def _cards(loot: Loot, file: Database) -> None:
    for row in file.rows("name_cards"):
        private = loot.pairs.get(row["unit_key_id"])
        if private is not None:
            consent = None if row["consent_id"] is None else UUID(row["consent_id"])
            unit, card, client = (UUID(row[name]) for name in ("unit_id", "id", "client_id"))
            place = NameCardPlace(
                file.installation, unit, card, 0, client, consent, row["category"]
            )
            loot.texts.add(
                open_card(card_key(private), place, row["sealed"])
                if row["filed"]
                else open_inbox_card(private, place, row["sealed"])
            )


def _letters(loot: Loot, file: Database) -> None:
    """Open slips of handovers and the reasons of emergencies."""
    for row in file.rows("handovers"):
        for column in ("slip_from", "slip_to"):
            _letter(loot, "letter", (UUID(row["id"]).bytes, b"slip"), row[column])
    for row in file.rows("emergency_accesses"):
        sealed = row["reason"][:16] + row["reason"][16:].removeprefix(b"\x02")
        _letter(loot, "reason", (UUID(row["id"]).bytes, b"reason"), sealed)


def _letter(loot: Loot, purpose: str, context: tuple[bytes, ...], sealed: bytes) -> None:
    private = loot.pairs.get(sealed[:16])
    if private is not None:
        loot.texts.add(open_from(private, purpose, context, sealed[16:]))


def _opened(attempt: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever the attempt returns
    try:
        yield attempt()
    except (BrokenKey, TypeError):
        return


def main() -> None:
    """Read what the thief has; print what she opened and which rooms she came through."""
    had = json.load(sys.stdin)
    loot = Loot(
        databases=had["databases"],
        root=Cipher(bytes.fromhex(had["root"])) if had.get("root") else None,
        trustee=Cipher(bytes.fromhex(had["trustee"])) if had.get("trustee") else None,
        passwords=[(address, password) for address, password in had.get("passwords", ())],
        shares=had.get("shares", []),
    )
    texts = sorted(plunder(loot))
    rooms = sorted({".".join(name.split(".")[:2]) for name in sys.modules if "caseflow." in name})
    print(json.dumps({"texts": texts, "rooms": rooms}))  # noqa: T201 - the answer of the process


if __name__ == "__main__":
    main()
