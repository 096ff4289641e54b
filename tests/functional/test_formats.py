"""The page of formats: each example is read off the page, by a stranger and by the program."""

import hashlib
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from caseflow.crypto import encoding, envelopes, padding
from caseflow.crypto.ciphers import Cipher, key_id
from caseflow.crypto.derivation import derive
from caseflow.crypto.fields import FieldsOfDrawer, question_tag
from caseflow.crypto.key_pairs import PrivateKey, fingerprint, six_words
from caseflow.crypto.row_seals import RowSealer
from caseflow.crypto.streams import FileCipher, FilePlace, stored_length
from caseflow.crypto.wrapping import unwrap
from caseflow.database.base import Base
from caseflow.vocabulary.questions.stored_answer import answer_text, stored_answer
from tests.architecture.tree import texts
from tests.functional import (
    format_backups,
    format_cards,
    format_factors,
    format_heads,
    format_keys,
    format_log,
    format_review,
)
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


def trustee_envelope(given: Numbers) -> None:
    secret, unit = given.raw("trustee secret"), given.raw("private key of the unit")
    context = [given.raw(each) for each in ("installation", "id", "unit pair")]
    inner = reader.unwrapped(secret, "trustee envelope", context, given.raw("wrapped"))
    assert unwrap(Cipher(secret), "trustee envelope", context, given.raw("wrapped")) == inner
    opened = reader.open_hpke(unit, info(given, "caseflow envelope 1"), inner)
    assert opened == given.raw("private key of the trustee")
    assert envelopes.open_envelope(PrivateKey(unit), destination(given), inner) == opened


def answer(given: Numbers) -> None:
    kept = stored_answer("residence_permit", given.text("text"))
    assert answer_text(kept) == given.text("text")
    assert kept.value == {"choice": "permit", "date": "2027-05-31"}


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
        "known browser": format_factors.known_browser,
        "trustee envelope": trustee_envelope,
        "one-time secret": format_factors.one_time_secret,
        "own address": format_factors.own_address,
        "draft": format_factors.draft,
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
        **format_keys.CHECKS,
        **format_heads.CHECKS,
        **format_log.CHECKS,
        **format_review.CHECKS,
        "stored answer": answer,
        "backup": format_backups.backup,
    }
)


@pytest.mark.parametrize("name", CHECKS)
def test_program_and_stranger_read_the_example(name: str) -> None:
    CHECKS[name](EXAMPLES.of(name))


def test_every_example_is_checked() -> None:
    assert sorted(EXAMPLES) == sorted(CHECKS)


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
