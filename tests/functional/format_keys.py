"""Check the examples of keys: how they are wrapped, derived, chained and spelled."""

import hashlib
from types import MappingProxyType
from uuid import UUID

from caseflow.crypto.ciphers import Cipher, key_id
from caseflow.crypto.client_codes import code_tag, read_code
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PrivateKey, pair_from_seed
from caseflow.crypto.passwords import password_key
from caseflow.crypto.recovery_shares import join
from caseflow.crypto.tokens import token_digest
from caseflow.crypto.wrapping import unwrap
from caseflow.keys.former_keys import FormerKey, open_former
from tests.functional import format_reader as reader
from tests.functional.format_page import Numbers


def server_key(given: Numbers) -> None:
    wrapped_once(given, given.raw("root"), given.raw("wrapped"))


def rotation(given: Numbers) -> None:
    for name in ("former root", "root"):
        key, named = given.raw(name), given.raw(f"key id of the {name}")
        assert key_id(key) == reader.key_id(key) == named
        wrapped_once(given, key, given.raw(f"wrapped under the {name}"))


def wrapped_once(given: Numbers, key: bytes, wrapped: bytes) -> None:
    label, context = given.text("label"), given.all_raw("context")
    assert unwrap(Cipher(key), label, context, wrapped) == given.raw("secret")
    assert reader.unwrapped(key, label, context, wrapped) == given.raw("secret")


def password(given: Numbers) -> None:
    asked = given.text("password"), given.raw("record")
    assert password_key(*asked) == reader.password_key(*asked) == given.raw("key")


def staff_key(given: Numbers) -> None:
    label, context = given.text("label"), given.all_raw("context")
    inner = reader.unwrapped(given.raw("root"), label, context, given.raw("wrapped"))
    wrapped_once(given, given.raw("key of the password"), inner)


def token(given: Numbers) -> None:
    text = given.text("token")
    named = hashlib.sha256(b"caseflow token" + text.encode()).digest()
    assert token_digest(text) == named == given.raw("digest")


def session(given: Numbers) -> None:
    context = [given.raw(each) for each in ("session", "staff", "pair")]
    context.append(given.text("end").encode())
    by_token = reader.derived(given.text("token").encode(), "session", given.raw("session"))
    assert by_token == derive(given.text("token").encode(), "session", given.raw("session"))
    inner = reader.unwrapped(given.raw("root"), "session", context, given.raw("wrapped"))
    assert reader.unwrapped(by_token, "session", context, inner) == given.raw("secret")
    assert unwrap(Cipher(by_token), "session", context, inner) == given.raw("secret")


def former_key(given: Numbers) -> None:
    installation, unit = (UUID(bytes=given.raw(each)) for each in ("installation", "unit"))
    version, named = given.number("former version"), given.raw("former key id")
    newer, wrapped = given.raw("newer private key"), given.raw("wrapped")
    opened = open_former(PrivateKey(newer), FormerKey(installation, unit, version, named), wrapped)
    assert opened.raw() == given.raw("former private key")
    context = [installation.bytes, unit.bytes, version.to_bytes(4), named]
    by_newer = reader.derived(newer, "former keys")
    found = reader.unwrapped(by_newer, "former unit key", context, wrapped)
    assert found == given.raw("former private key")


def client_code(given: Numbers) -> None:
    code, key = given.text("code"), given.raw("code_lookup")
    assert reader.spelled_code(int.from_bytes(given.raw("random"))) == code
    assert read_code(code.lower().replace("-", " ")) == code
    assert code_tag(key, code) == reader.code_tag(key, code) == given.raw("tag")


def recovery(given: Numbers) -> None:
    assert join(given.all_texts("share")) == given.raw("seed")
    private = reader.derived(given.raw("seed"), "recovery", length=96)
    assert pair_from_seed(given.raw("seed"), "recovery").raw() == private
    assert reader.key_id(reader.public_half(private)) == given.raw("key id of the pair")


CHECKS = MappingProxyType(
    {
        "server key": server_key,
        "rotation": rotation,
        "password": password,
        "staff key": staff_key,
        "token": token,
        "session": session,
        "former unit key": former_key,
        "client code": client_code,
        "recovery": recovery,
    }
)
