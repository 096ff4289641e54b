"""Open a field, check a checkpoint and check a receipt, knowing nothing but the page of formats.

Nothing of the program is imported, and no more than 150 lines are needed: see FORMATS.md.
"""

import hashlib
import hmac
import json
import sqlite3
import unicodedata
from base64 import b64decode, urlsafe_b64decode
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

LABEL = b"HPKE-v1HPKE" + bytes.fromhex("647a00010002")
CHEST, OWN = b"caseflow envelope 1", b"caseflow own envelope 1"
Row: TypeAlias = dict[str, Any]


def open_fields(file: Path, root: bytes, who: tuple[str, str], where: tuple[str, str]) -> list[str]:
    """Return a column of all rows that an e-mail address and a password open in a database."""
    with closing(sqlite3.connect(file)) as found:
        found.row_factory = sqlite3.Row
        names = ["installation", "staff", "staff_pairs", "staff_wrappings", "unit_pairs"]
        names += ["unit_envelopes", "envelopes", where[0]]
        tables = {name: [*map(dict, found.execute(f"SELECT * FROM {name}"))] for name in names}  # noqa: S608
    house = UUID(tables["installation"][0]["id"]).bytes
    (person,) = (row["id"] for row in tables["staff"] if row["email"] == who[0])
    (pair,) = (row for row in tables["staff_pairs"] if row["staff_id"] == person)
    (wrapping,) = (row for row in tables["staff_wrappings"] if row["pair_id"] == pair["id"])
    context = (b"staff key", house, person, pair["id"], pair["version"], pair["key_id"])
    inner = unwrapped(root, context, wrapping["wrapped"])
    private = unwrapped(password_key(who[1], wrapping["record"]), context, inner)
    keys, drawers = {pair["key_id"]: private}, {}
    for row in (row for row in tables["unit_envelopes"] if row["reader_id"] == pair["id"]):
        (unit,) = (each for each in tables["unit_pairs"] if each["id"] == row["unit_pair_id"])
        info = [CHEST, house, b"unit", unit["unit_id"], unit["version"], unit["key_id"]]
        info += [pair["key_id"], row["act"]]
        keys[unit["key_id"]] = open_hpke(private, info, row["sealed"])
    for row in (row for row in tables["envelopes"] if row["reader_key_id"] in keys):
        label, opened = (OWN, open_own) if row["symmetric"] else (CHEST, open_hpke)
        info = [label, house, b"drawer", row["drawer_id"], row["key_version"], row["key_id"]]
        info += [row["reader_key_id"], row["act"]]
        drawers[row["drawer_id"]] = opened(keys[row["reader_key_id"]], info, row["sealed"])
    rows = [row for row in tables[where[0]] if row["drawer_id"] in drawers]
    return [open_field(drawers[row["drawer_id"]], house, where, row) for row in rows]


def open_field(key: bytes, house: bytes, where: tuple[str, str], row: Row) -> str:
    """Sections 7 and 2."""
    table, column, sealed = *where, row[where[1]]
    place = (sealed[:5], house, row["drawer_id"], key_id(key), table.encode(), row["id"])
    about = parts(b"caseflow field 1", *place, column.encode(), row["seal_revision"].to_bytes(8))
    padded = AESGCM(key).decrypt(sealed[5:17], sealed[17:], about)
    return padded[4 : 4 + int.from_bytes(padded[:4])].decode()


def verify_checkpoint(note: str, verifier: str, leaves: list[bytes]) -> int:
    """Section 17: return how many leaves the signed head holds; raises where it is another's."""
    name, identity, key = verifier.split("+", 2)
    (origin, size, root), (dash, signer, line) = note.split("\n")[:3], note.split("\n")[4].split()
    blob, public_key = b64decode(line), b64decode(key)[1:]
    named = hashlib.sha256(f"{name}\n".encode() + b64decode(key)).digest()[:4]
    said = (origin, signer, dash, blob[:4], identity)
    assert said == (name, name, "\u2014", named, named.hex())
    body = f"{origin}\n{size}\n{root}\n".encode()
    Ed25519PublicKey.from_public_bytes(public_key).verify(blob[4:], body)
    hashes = [hashlib.sha256(b"\0" + leaf).digest() for leaf in leaves[: int(size)]]
    assert b64decode(root) == tree_root(hashes)
    assert len(hashes) == int(size)
    return int(size)


def verify_receipt(jws: str, x: str) -> Row:
    """Section 19: return what a receipt says; raises where another key signed it."""
    header, payload, signature = (urlsafe_b64decode(piece + "==") for piece in jws.split("."))
    assert json.loads(header)["alg"] == "EdDSA"
    key = Ed25519PublicKey.from_public_bytes(urlsafe_b64decode(x + "=="))
    key.verify(signature, jws.rpartition(".")[0].encode())
    return dict(json.loads(payload))


def tree_root(hashes: list[bytes]) -> bytes:
    """RFC 9162, 2.1.1."""
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree_root(hashes[:half]) + tree_root(hashes[half:])).digest()


def parts(*pieces: bytes | str | int) -> bytes:
    """Section 1; an id is a text of a database, a version a number of four bytes."""
    ids = (UUID(each).bytes if isinstance(each, str) else each for each in pieces)
    raw = (each.to_bytes(4) if isinstance(each, int) else each for each in ids)
    return b"".join(len(each).to_bytes(4) + each for each in raw)


def key_id(key: bytes) -> bytes:
    """Section 5."""
    return hashlib.sha256(b"caseflow key" + key).digest()[:16]


def unwrapped(key: bytes, context: tuple[Any, ...], sealed: bytes) -> bytes:
    """Section 11."""
    about = parts(b"caseflow wrap 1", sealed[:1], key_id(key), *context)
    return AESGCM(key).decrypt(sealed[1:13], sealed[13:], about)


def password_key(password: str, record: bytes) -> bytes:
    """Section 12."""
    memory, passes, lanes = (int.from_bytes(record[at : at + 4]) for at in (1, 5, 9))
    blank = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in password)
    costs = {"iterations": passes, "lanes": lanes, "memory_cost": memory}
    argon2id = Argon2id(salt=record[13:], length=32, **costs)  # type: ignore[arg-type]
    return argon2id.derive(unicodedata.normalize("NFC", blank).encode())


def open_own(private: bytes, info: list[Any], sealed: bytes) -> bytes:
    """Sections 4 and 9."""
    derived = HKDF(SHA256(), 32, b"caseflow", parts(b"own envelopes", b"")).derive(private)
    return AESGCM(derived).decrypt(sealed[1:13], sealed[13:], parts(*info))


def open_hpke(private: bytes, info: list[Any], sealed: bytes) -> bytes:
    """Section 8."""
    theirs, own = sealed[1089:1121], X25519PrivateKey.from_private_bytes(private[64:])
    secrets = MLKEM768PrivateKey.from_seed_bytes(private[:64]).decapsulate(sealed[1:1089])
    secrets += own.exchange(X25519PublicKey.from_public_bytes(theirs))
    keys = theirs + own.public_key().public_bytes_raw() + bytes.fromhex("5c2e2f2f5e5c")
    shared = hashlib.sha3_256(secrets + keys).digest()
    told = (LABEL + b"psk_id_hash", LABEL + b"info_hash" + parts(*info))
    context = b"\0" + b"".join(hmac.digest(b"", each, "sha256") for each in told)
    secret = hmac.digest(shared, LABEL + b"secret", "sha256")
    key, nonce = (
        HKDFExpand(SHA256(), size, size.to_bytes(2) + LABEL + name + context).derive(secret)
        for name, size in ((b"key", 32), (b"base_nonce", 12))
    )
    return AESGCM(key).decrypt(nonce, sealed[1121:], b"")
