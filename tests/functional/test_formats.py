"""The page of formats: each example is read off the page, by a stranger and by the program."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from caseflow.audit.entries import canonical, read_payload
from caseflow.crypto import encoding, envelopes, padding
from caseflow.crypto.ciphers import Cipher, key_id
from caseflow.crypto.client_codes import code_tag, read_code
from caseflow.crypto.derivation import derive
from caseflow.crypto.fields import FieldsOfDrawer, question_tag
from caseflow.crypto.jws import public_jwk, sign_jws
from caseflow.crypto.key_pairs import PrivateKey, fingerprint, pair_from_seed, six_words
from caseflow.crypto.passwords import password_key
from caseflow.crypto.recovery_shares import join
from caseflow.crypto.row_seals import RowSealer
from caseflow.crypto.signing import Signer, verify
from caseflow.crypto.streams import FileCipher, FilePlace, stored_length
from caseflow.crypto.tokens import token_digest
from caseflow.crypto.wrapping import unwrap
from caseflow.database.base import Base
from caseflow.keys.former_keys import FormerKey, open_former
from caseflow.merkle.bundles import bundle_path, read_bundle
from caseflow.merkle.checkpoints import checkpoint_text
from caseflow.merkle.notes import NoteVerifier, open_note, read_verifier_key
from caseflow.merkle.notes import key_id as note_key_id
from caseflow.merkle.proofs import verify_consistency, verify_inclusion
from caseflow.merkle.tiles import tile_path
from caseflow.merkle.tree import leaf_hash, root
from caseflow.vocabulary.questions.stored_answer import answer_text, stored_answer
from tests.architecture.tree import texts
from tests.functional import format_backups, format_cards, format_factors, format_log, format_review
from tests.functional import format_reader as reader
from tests.functional.format_page import PAGE, Numbers, later_columns, read_page

Check = Callable[[Numbers], None]
EXAMPLES = read_page(PAGE.read_text(encoding="utf-8"))


def parts(given: Numbers) -> None:
    pieces = given.all_raw("piece")
    assert encoding.parts(*pieces) == reader.parts(*pieces) == given.raw("joined")


def padded(given: Numbers) -> None:
    for text, wanted in zip(given.all_texts("text"), given.all_raw("padded"), strict=True):
        assert padding.pad(text) == reader.padded(text) == wanted
        assert padding.unpad(wanted) == reader.unpadded(wanted) == text


def row(given: Numbers) -> None:
    values: dict[str, Any] = {
        "name": given.text("text of name"),
        "whole": bool(given.number("truth of whole")),
        "version": given.number("number of version"),
        "key_id": given.raw("bytes of key_id"),
        "id": UUID(bytes=given.raw("id of id")),
        "at": datetime.fromisoformat(given.text("instant of at")),
        "signed_on": date.fromisoformat(given.text("day of signed_on")),
        "ended_at": None,
        "categories": ["goals", "health"],
    }
    assert given.text("list of categories") == '["goals","health"]'
    table, key = given.text("table"), given.raw("row-seal key")
    assert encoding.canonical_row(table, values) == given.raw("canonical row")
    assert reader.canonical_row(table, values) == given.raw("canonical row")
    assert RowSealer(key).seal(table, values) == given.raw("seal")
    assert reader.row_seal(key, table, values) == given.raw("seal")
    assert encoding.row_digest(table, values) == given.raw("digest")
    assert reader.row_digest(table, values) == given.raw("digest")


def derived(given: Numbers) -> None:
    asked = given.raw("key"), given.text("label"), given.raw("context"), given.number("length")
    assert derive(*asked) == reader.derived(*asked) == given.raw("derived")


def key_ids(given: Numbers) -> None:
    key, private = given.raw("key"), given.raw("private key")
    public = PrivateKey(private).public
    assert key_id(key) == reader.key_id(key) == given.raw("key id")
    assert public.key_id == reader.key_id(reader.public_half(private))
    assert public.key_id == given.raw("key id of the pair")
    named = hashlib.sha256(b"caseflow public key" + reader.public_half(private)).digest()
    assert fingerprint(public) == named == given.raw("fingerprint")
    assert " ".join(six_words(public)) == given.text("six words")


def key_pair(given: Numbers) -> None:
    private = given.raw("private key")
    assert PrivateKey(private).public.raw() == given.raw("public key")
    assert reader.public_half(private) == given.raw("public key")


def field(given: Numbers) -> None:
    cipher, version = Cipher(given.raw("drawer key")), given.number("drawer key version")
    installation, drawer, row_id = (given.raw(each) for each in ("installation", "drawer", "row"))
    table, name, revision = given.text("table"), given.text("field"), given.number("revision")
    drawer_fields = FieldsOfDrawer(cipher, version, UUID(bytes=installation), UUID(bytes=drawer))
    fields = drawer_fields.row(table, UUID(bytes=row_id), revision)
    place = [installation, drawer, table.encode(), row_id]
    for sealed in (given.raw("sealed"), fields.seal(name, given.text("text"))):
        assert fields.open(name, sealed) == given.text("text")
        assert reader.open_field(cipher.key, place, name, revision, sealed) == given.text("text")


def tag(given: Numbers) -> None:
    key, question = given.raw("drawer key"), given.text("question")
    assert question_tag(Cipher(key), question) == given.raw("tag")
    assert reader.question_tag(key, question) == given.raw("tag")


def destination(given: Numbers) -> envelopes.Destination:
    return envelopes.Destination(
        UUID(bytes=given.raw("installation")),
        given.text("what"),
        UUID(bytes=given.raw("id")),
        given.number("version"),
        given.raw("key id"),
        given.raw("reader key id"),
        UUID(bytes=given.raw("act")),
    )


def info(given: Numbers, label: str) -> bytes:
    names = ("installation", "id", "key id", "reader key id", "act")
    ids = {each: given.raw(each) for each in names}
    return reader.envelope_info(label, given.text("what"), given.number("version"), ids)


def file_chunk(given: Numbers) -> None:
    place = [given.raw(each) for each in ("installation", "drawer", "document", "file")]
    key, number, last = given.raw("file key"), given.number("number"), given.raw("last")
    cipher = FileCipher(Cipher(key), FilePlace(*(UUID(bytes=each) for each in place)))
    assert cipher.seal(number, given.raw("chunk"), last=last == b"\1") == given.raw("sealed")
    opened = reader.open_chunk(key, place, number, last, given.raw("sealed"))
    assert opened == given.raw("chunk")
    for length, stored in zip(given.all_raw("length"), given.all_raw("stored"), strict=True):
        found = int.from_bytes(length)
        assert stored_length(found) == reader.stored_length(found) == int.from_bytes(stored)


def envelope(given: Numbers) -> None:
    private, key = PrivateKey(given.raw("private key of the reader")), given.raw("key")
    bound = info(given, "caseflow envelope 1")
    assert bound == given.raw("info")
    fresh = envelopes.seal_envelope(private.public, destination(given), key)
    for sealed in (given.raw("sealed"), fresh):
        assert envelopes.open_envelope(private, destination(given), sealed) == key
        assert reader.open_hpke(private.raw(), bound, sealed) == key


def own_envelope(given: Numbers) -> None:
    private, key = PrivateKey(given.raw("private key of the reader")), given.raw("key")
    bound = info(given, "caseflow own envelope 1")
    assert bound == given.raw("associated")
    own, sealed = envelopes.own_envelope_key(private), given.raw("sealed")
    assert envelopes.open_own(own, destination(given), sealed) == key
    assert reader.open_own(private.raw(), bound, sealed) == key


def sealed_text(given: Numbers) -> None:
    private, purpose = PrivateKey(given.raw("private key of the reader")), given.text("purpose")
    context, text = given.all_raw("context"), given.text("text")
    for sealed in (
        given.raw("sealed"),
        envelopes.seal_to(private.public, purpose, context, text),
    ):
        assert envelopes.open_from(private, purpose, context, sealed) == text
        assert reader.open_text(private.raw(), purpose, context, sealed) == text


def server_key(given: Numbers) -> None:
    wrapped_once(given, given.raw("root"), given.raw("wrapped"))


def rotation(given: Numbers) -> None:
    for root in ("former root", "root"):
        key, named = given.raw(root), given.raw(f"key id of the {root}")
        assert key_id(key) == reader.key_id(key) == named
        wrapped_once(given, key, given.raw(f"wrapped under the {root}"))


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


def trustee_envelope(given: Numbers) -> None:
    secret, unit = given.raw("trustee secret"), given.raw("private key of the unit")
    context = [given.raw(each) for each in ("installation", "id", "unit pair")]
    inner = reader.unwrapped(secret, "trustee envelope", context, given.raw("wrapped"))
    assert unwrap(Cipher(secret), "trustee envelope", context, given.raw("wrapped")) == inner
    opened = reader.open_hpke(unit, info(given, "caseflow envelope 1"), inner)
    assert opened == given.raw("private key of the trustee")
    assert envelopes.open_envelope(PrivateKey(unit), destination(given), inner) == opened


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


def log_entry(given: Numbers) -> None:
    leaf = given.text("leaf").encode()
    assert canonical(read_payload(leaf)) == leaf
    assert leaf_hash(leaf) == hashlib.sha256(b"\0" + leaf).digest() == given.raw("leaf hash")


def tree(given: Numbers) -> None:
    leaves = [each.encode() for each in given.all_texts("leaf")]
    hashes = given.all_raw("leaf hash")
    assert [leaf_hash(each) for each in leaves] == hashes
    assert root(hashes) == reader.tree_root(hashes) == given.raw("root")
    assert given.raw("tile") == b"".join(hashes)
    assert read_bundle(given.raw("bundle")) == tuple(leaves)
    assert given.text("path of the tile") == tile_path(0, 0, len(hashes))
    assert given.text("path of the bundle") == bundle_path(0, len(hashes))
    assert given.text("path of the full tile") == tile_path(1, given.number("index"))
    inclusion = (given.raw("proof that leaf 3 is in it"),)
    assert verify_inclusion(hashes[2], 2, 3, inclusion, given.raw("root"))
    growth = (given.raw("proof that it grew from 2 leaves"),)
    assert verify_consistency(2, 3, growth, reader.tree_root(hashes[:2]), given.raw("root"))


def checkpoint(given: Numbers) -> None:
    key = read_verifier_key(given.text("verifier key"))
    assert key is not None
    public = Signer(given.raw("signing key")).public
    assert key.public_key == public
    named = hashlib.sha256(key.name.encode() + b"\n\x01" + public).digest()[:4]
    assert note_key_id(key.name, public) == named
    trusted = NoteVerifier(key.name, named, lambda text, signed: verify(public, text, signed))
    opened = open_note(given.text("note"), [trusted])
    assert opened is not None
    assert opened.text == checkpoint_text(key.name, given.number("size"), given.raw("root"))


def answer(given: Numbers) -> None:
    kept = stored_answer("residence_permit", given.text("text"))
    assert answer_text(kept) == given.text("text")
    assert kept.value == {"choice": "permit", "date": "2027-05-31"}


def receipt(given: Numbers) -> None:
    signer = Signer(given.raw("signing key"))
    token, content = given.text("jws"), json.loads(given.text("content"))
    assert public_jwk(signer.public)["x"] == given.text("x")
    assert public_jwk(signer.public)["kid"] == given.text("kid")
    assert sign_jws(signer, content) == token
    assert reader.token_content(given.text("x"), token) == given.text("content").encode()


CHECKS: MappingProxyType[str, Check] = MappingProxyType(
    {
        "parts": parts,
        "padding": padded,
        "row": row,
        "derived": derived,
        "key ids": key_ids,
        "key pair": key_pair,
        "field": field,
        "question tag": tag,
        "file chunk": file_chunk,
        "envelope": envelope,
        "own envelope": own_envelope,
        "sealed text": sealed_text,
        "server key": server_key,
        "rotation": rotation,
        "password": password,
        "staff key": staff_key,
        "token": token,
        "session": session,
        "known browser": format_factors.known_browser,
        "former unit key": former_key,
        "trustee envelope": trustee_envelope,
        "one-time secret": format_factors.one_time_secret,
        "own address": format_factors.own_address,
        "recovery code": format_factors.recovery_code,
        "passkey challenge": format_factors.passkey_challenge,
        "openid identity": format_factors.openid_identity,
        "filed card": format_cards.filed_card,
        "received card": format_cards.filed_card,
        "inbox card": format_cards.inbox_card,
        "contact card": format_cards.filed_card,
        "index key": format_cards.index_key,
        "index token": format_cards.index_token,
        "card order": format_cards.card_order,
        "imported line": format_cards.imported_line,
        "kept answer": format_cards.kept_answer,
        "client code": client_code,
        "recovery": recovery,
        "log entry": log_entry,
        "tree": tree,
        "checkpoint": checkpoint,
        **format_log.CHECKS,
        **format_review.CHECKS,
        "stored answer": answer,
        "receipt": receipt,
        "backup": format_backups.backup,
    }
)


@pytest.mark.parametrize("name", CHECKS)
def test_program_and_stranger_read_the_example(name: str) -> None:
    CHECKS[name](EXAMPLES.of(name))


def test_every_example_is_checked() -> None:
    assert list(EXAMPLES) == list(CHECKS)


def test_every_label_of_the_program_stands_on_the_page() -> None:
    labels: set[str] = set()
    for text in texts("caseflow", suffix=".py").values():
        labels |= set(re.findall(r'b"(caseflow [a-z ]+(?: \d)?)"', text))
        labels |= set(re.findall(r'\bderive\([^"\n]*"([^"]+)"', text))
        labels |= set(re.findall(r'^_(?:CARD|ORDER|LABEL) = "([^"]+)"', text, re.MULTILINE))
    page = PAGE.read_text(encoding="utf-8")
    assert len(labels) > len(EXAMPLES) / 2
    assert [label for label in sorted(labels) if label not in page] == []


def test_a_changed_example_is_found(tmp_path: Path) -> None:
    page = tmp_path / "FORMATS.md"
    page.write_text('```example token\ntoken: "a"\ndigest: 00\n```\n', encoding="utf-8")
    with pytest.raises(AssertionError):
        CHECKS["token"](read_page(page.read_text(encoding="utf-8")).of("token"))


@pytest.mark.parametrize("body", ["no sign here", 'a: "x"\na: "y"', "a: 0g"])
def test_a_bad_block_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_page(f"```example bad\n{body}\n```\n")
    with pytest.raises(ValueError, match="two examples"):
        read_page("```example one\na = 1\n```\n" * 2)


def test_the_page_names_every_column_that_was_added_later() -> None:
    mapped = [mapper.class_ for mapper in Base.registry.mappers]
    added = {table.__tablename__: set(table.later) for table in mapped if table.later}
    assert later_columns(PAGE.read_text(encoding="utf-8")) == added
