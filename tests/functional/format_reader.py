"""Read what the program seals, knowing nothing of it but the page of formats.

No line here imports a line of the program: whatever opens, opens for any other reader too.
"""

import hashlib
import hmac
import json
import unicodedata
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeAlias
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from shamir_mnemonic import decode_mnemonics, recover_ems

Value: TypeAlias = "bool | int | str | bytes | UUID | datetime | date | list[object] | None"

_SUITE = b"HPKE" + bytes.fromhex("647a00010002")
_XWING = bytes.fromhex("5c2e2f2f5e5c")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def parts(*pieces: bytes) -> bytes:
    """Section 1."""
    return b"".join(len(piece).to_bytes(4) + piece for piece in pieces)


def padded(text: str) -> bytes:
    """Section 2."""
    secret = len(text.encode()).to_bytes(4) + text.encode()
    return secret.ljust(padded_length(len(secret)), b"\0")


def padded_length(length: int) -> int:
    """Section 2: the allowed length that is not below this one."""
    if length <= 64:
        return 64
    exponent = length.bit_length() - 1
    low_bits = exponent - exponent.bit_length()
    return -(-length >> low_bits) << low_bits


def unpadded(secret: bytes) -> str:
    """Section 2."""
    return secret[4 : 4 + int.from_bytes(secret[:4])].decode()


def canonical_row(table: str, values: Mapping[str, Value]) -> bytes:
    """Section 3."""
    pieces = [table.encode()]
    for column in sorted(values):
        pieces += [column.encode(), _tagged(values[column])]
    return parts(*pieces)


def _tagged(value: Value) -> bytes:
    if value is None:
        return b"n"
    # True is a number and an instant a day to Python: the narrower type comes first.
    letter, encoded = next(each for kind, each in _LETTERS.items() if isinstance(value, kind))
    return letter + encoded(value)


def _microseconds(instant: datetime) -> bytes:
    since = instant - datetime(1970, 1, 1, tzinfo=UTC)
    return str((since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds).encode()


def _json(value: list[object]) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


_LETTERS: Mapping[type, tuple[bytes, Callable[[Any], bytes]]] = {
    bool: (b"t", lambda value: bytes([value])),
    int: (b"i", lambda value: str(value).encode()),
    str: (b"s", str.encode),
    bytes: (b"b", bytes),
    UUID: (b"u", lambda value: value.bytes),
    datetime: (b"m", _microseconds),
    date: (b"d", lambda value: value.isoformat().encode()),
    list: (b"j", _json),
}


def row_seal(key: bytes, table: str, values: Mapping[str, Value]) -> bytes:
    """Section 3."""
    message = parts(b"caseflow row seal 1") + canonical_row(table, values)
    return b"\x01" + hmac.digest(key, message, "sha256")


def row_digest(table: str, values: Mapping[str, Value]) -> bytes:
    """Section 3."""
    message = parts(b"caseflow row digest 1") + canonical_row(table, values)
    return hashlib.sha256(message).digest()


def derived(key: bytes, label: str, context: bytes = b"", length: int = 32) -> bytes:
    """Section 4."""
    extracted = hmac.digest(b"caseflow", key, "sha256")
    return _expanded(extracted, parts(label.encode(), context), length)


def key_id(key: bytes) -> bytes:
    """Section 5, of a symmetric or a public key."""
    return hashlib.sha256(b"caseflow key" + key).digest()[:16]


def public_half(private: bytes) -> bytes:
    """Section 6."""
    mlkem = MLKEM768PrivateKey.from_seed_bytes(private[:64]).public_key().public_bytes_raw()
    return mlkem + X25519PrivateKey.from_private_bytes(private[64:]).public_key().public_bytes_raw()


def open_field(key: bytes, place: list[bytes], field: str, revision: int, sealed: bytes) -> str:
    """Section 7; the place is installation, drawer, table, row."""
    installation, drawer, table, row = place
    associated = parts(
        *(b"caseflow field 1", sealed[:5], installation, drawer, key_id(key)),
        *(table, row, field.encode(), revision.to_bytes(8)),
    )
    return unpadded(AESGCM(key).decrypt(sealed[5:17], sealed[17:], associated))


def question_tag(key: bytes, question: str) -> bytes:
    """Section 7."""
    return hmac.digest(key, parts(b"caseflow question 1") + question.encode(), "sha256")[:16]


def stored_length(length: int) -> int:
    """Section 7, of a file."""
    return padded_length(max(length, 16_384))


def open_chunk(key: bytes, place: list[bytes], number: int, last: bytes, sealed: bytes) -> bytes:
    """Section 7; the place is installation, drawer, document, file."""
    nonce = number.to_bytes(11) + last
    associated = parts(b"caseflow file 1", sealed[:1], *place, key_id(key), nonce[:11], last)
    return AESGCM(key).decrypt(nonce, sealed[1:], associated)


def open_file(key: bytes, place: list[bytes], length: int, chunks: list[bytes]) -> bytes:
    """Section 7; the chunks by their numbers."""
    assert len(chunks) == -(-stored_length(length) // 262_144)
    marks = [b"\0"] * (len(chunks) - 1) + [b"\1"]
    opened = (
        open_chunk(key, place, number, mark, chunk)
        for number, (mark, chunk) in enumerate(zip(marks, chunks, strict=True))
    )
    return b"".join(opened)[:length]


def open_hpke(private: bytes, info: bytes, sealed: bytes) -> bytes:
    """Section 8."""
    kem, x25519, ciphertext = sealed[1:1089], sealed[1089:1121], sealed[1121:]
    own = X25519PrivateKey.from_private_bytes(private[64:])
    shared = hashlib.sha3_256(
        MLKEM768PrivateKey.from_seed_bytes(private[:64]).decapsulate(kem)
        + own.exchange(X25519PublicKey.from_public_bytes(x25519))
        + x25519
        + own.public_key().public_bytes_raw()
        + _XWING
    ).digest()
    context = b"\0" + _labelled(b"", b"psk_id_hash", b"") + _labelled(b"", b"info_hash", info)
    secret = _labelled(shared, b"secret", b"")
    key = _expanded(secret, b"\0\x20HPKE-v1" + _SUITE + b"key" + context, 32)
    nonce = _expanded(secret, b"\0\x0cHPKE-v1" + _SUITE + b"base_nonce" + context, 12)
    return AESGCM(key).decrypt(nonce, ciphertext, b"")


def envelope_info(label: str, what: str, version: int, ids: Mapping[str, bytes]) -> bytes:
    """Section 9: what an envelope is bound to."""
    return parts(
        *(label.encode(), ids["installation"], what.encode(), ids["id"], version.to_bytes(4)),
        *(ids["key id"], ids["reader key id"], ids["act"]),
    )


def open_own(private: bytes, info: bytes, sealed: bytes) -> bytes:
    """Section 9: an envelope of a unit to itself."""
    return AESGCM(derived(private, "own envelopes")).decrypt(sealed[1:13], sealed[13:], info)


def open_text(private: bytes, purpose: str, context: list[bytes], sealed: bytes) -> str:
    """Section 10."""
    own = key_id(public_half(private))
    info = parts(b"caseflow sealed text 1", purpose.encode(), own, *context)
    return unpadded(open_hpke(private, info, sealed))


def unwrapped(key: bytes, label: str, context: list[bytes], sealed: bytes) -> bytes:
    """Section 11."""
    associated = parts(b"caseflow wrap 1", sealed[:1], key_id(key), label.encode(), *context)
    return AESGCM(key).decrypt(sealed[1:13], sealed[13:], associated)


def password_key(password: str, record: bytes) -> bytes:
    """Section 12."""
    memory, passes, lanes = (int.from_bytes(record[at : at + 4]) for at in (1, 5, 9))
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in password)
    argon2id = Argon2id(
        salt=record[13:], length=32, iterations=passes, lanes=lanes, memory_cost=memory
    )
    return argon2id.derive(unicodedata.normalize("NFC", spaced).encode())


def spelled_code(number: int) -> str:
    """Section 15: 80 random bits as they stand on a client card."""
    value = number * 1024 + (1 - number * 1024) % 1021
    signs = "".join(_CROCKFORD[value >> 5 * place & 31] for place in reversed(range(18)))
    return "-".join(signs[at : at + 4] for at in range(0, 18, 4))


def code_tag(key: bytes, code: str) -> bytes:
    """Section 15."""
    return hmac.digest(key, parts(b"caseflow client code 1") + code.encode(), "sha256")[:16]


def joined_shares(shares: list[str]) -> bytes:
    """Section 16: SLIP-39, which any of its readers joins."""
    needed = decode_mnemonics(shares)
    enough = {index: group.get_minimal_group() for index, group in needed.items()}
    seed: bytes = recover_ems(enough).decrypt(b"")
    return seed


def leaf_hash(leaf: bytes) -> bytes:
    """Section 17."""
    return hashlib.sha256(b"\0" + leaf).digest()


def tree_root(leaf_hashes: list[bytes]) -> bytes:
    """Section 17: the root of RFC 9162."""
    if len(leaf_hashes) == 1:
        return leaf_hashes[0]
    middle = 1 << (len(leaf_hashes) - 1).bit_length() - 1
    left, right = tree_root(leaf_hashes[:middle]), tree_root(leaf_hashes[middle:])
    return hashlib.sha256(b"\x01" + left + right).digest()


def _labelled(salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + _SUITE + label + secret, "sha256")


def _expanded(key: bytes, info: bytes, length: int) -> bytes:
    found = block = b""
    while len(found) < length:
        block = hmac.digest(key, block + info + bytes([len(found) // 32 + 1]), "sha256")
        found += block
    return found[:length]


def token_content(x: str, token: str) -> bytes:
    """Section 19: return what a token holds; raises where the key behind `x` did not sign it."""
    signed, _, signature = token.rpartition(".")
    Ed25519PublicKey.from_public_bytes(_piece(x)).verify(_piece(signature), signed.encode())
    return _piece(signed.partition(".")[2])


def _piece(encoded: str) -> bytes:
    return urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
