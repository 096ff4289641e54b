import hashlib
import hmac
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import example, given
from hypothesis import strategies as st

from caseflow.crypto.ciphers import Cipher, key_id
from caseflow.crypto.encoding import parts
from caseflow.crypto.fields import FieldsOfDrawer, question_tag
from caseflow.vocabulary.errors import BrokenKey

KEY = bytes(range(32))
INSTALLATION, DRAWER, ROW = UUID(int=1), UUID(int=2), UUID(int=3)
Place = tuple[bytes, int, UUID, UUID, str, UUID, int, str]
PLACE: Place = (KEY, 1, INSTALLATION, DRAWER, "entries", ROW, 4, "body")


def sealed_at(place: Place, text: str) -> bytes:
    key, version, installation, drawer, table, row, revision, field = place
    fields = FieldsOfDrawer(Cipher(key), version, installation, drawer)
    return fields.row(table, row, revision).seal(field, text)


def opened_at(place: Place, sealed: bytes) -> str:
    key, version, installation, drawer, table, row, revision, field = place
    fields = FieldsOfDrawer(Cipher(key), version, installation, drawer)
    return fields.row(table, row, revision).open(field, sealed)


@example("x" * 60)  # fills the shortest length to its end
@given(st.text())
def test_a_field_opens_where_it_was_sealed(text: str) -> None:
    assert opened_at(PLACE, sealed_at(PLACE, text)) == text


@pytest.mark.parametrize(
    "place",
    [
        (bytes(32), *PLACE[1:]),
        (KEY, 2, *PLACE[2:]),
        (*PLACE[:2], UUID(int=9), *PLACE[3:]),
        (*PLACE[:3], UUID(int=9), *PLACE[4:]),
        (*PLACE[:4], "facts", *PLACE[5:]),
        (*PLACE[:5], UUID(int=9), *PLACE[6:]),
        (*PLACE[:6], 3, PLACE[7]),
        (*PLACE[:7], "title"),
    ],
    ids=["key", "version", "installation", "drawer", "table", "row", "revision", "field"],
)
def test_it_opens_nowhere_else(place: Place) -> None:
    sealed = sealed_at(PLACE, "text")
    with pytest.raises(BrokenKey):
        opened_at(place, sealed)


def test_the_header_is_sealed_in_too() -> None:
    sealed = sealed_at(PLACE, "text")
    with pytest.raises(BrokenKey, match="does not open"):
        opened_at((KEY, 2, *PLACE[2:]), b"\x01\x00\x00\x00\x02" + sealed[5:])


@pytest.mark.parametrize("sealed", [b"", b"plain text", b"\x02\x00\x00\x00\x01" + bytes(92)])
def test_an_unknown_format_is_refused_without_trying(sealed: bytes) -> None:
    with pytest.raises(BrokenKey, match="format"):
        opened_at(PLACE, sealed)


@pytest.mark.parametrize("length", [5, 10, 17, 30, 96])
def test_half_a_field_does_not_open(length: int) -> None:
    with pytest.raises(BrokenKey):
        opened_at(PLACE, sealed_at(PLACE, "text")[:length])


@pytest.mark.parametrize("padded", [b"\x00", b"\x00\x00\x00\x02x", b"\x00\x00\x00\x01\xff"])
def test_what_was_sealed_and_is_no_padded_text_does_not_open(padded: bytes) -> None:
    sealed = sealed_at(PLACE, "text")
    associated = parts(
        b"caseflow field 1",
        sealed[:5],
        INSTALLATION.bytes,
        DRAWER.bytes,
        key_id(KEY),
        b"entries",
        ROW.bytes,
        b"body",
        (4).to_bytes(8, "big"),
    )
    other = sealed[:17] + AESGCM(KEY).encrypt(sealed[5:17], padded, associated)
    with pytest.raises(BrokenKey):
        opened_at(PLACE, other)


def test_no_nonce_comes_twice() -> None:
    assert len({sealed_at(PLACE, "text")[5:17] for _ in range(200)}) == 200


def test_another_version_of_the_key_is_refused_without_trying() -> None:
    with pytest.raises(BrokenKey, match="version of the drawer's key"):
        opened_at((KEY, 2, *PLACE[2:]), sealed_at(PLACE, "text"))


def test_the_length_of_a_short_text_does_not_show() -> None:
    assert len(sealed_at(PLACE, "")) == len(sealed_at(PLACE, "x" * 60)) == 5 + 12 + 64 + 16


def test_a_reader_written_from_the_format_alone_opens_it() -> None:
    sealed = sealed_at(PLACE, "grüß")
    header = b"\x01" + (1).to_bytes(4, "big")
    associated = parts(
        b"caseflow field 1",
        header,
        INSTALLATION.bytes,
        DRAWER.bytes,
        key_id(KEY),
        b"entries",
        ROW.bytes,
        b"body",
        (4).to_bytes(8, "big"),
    )
    assert sealed[:5] == header
    plain = AESGCM(KEY).decrypt(sealed[5:17], sealed[17:], associated)
    assert plain == b"\x00\x00\x00\x06" + "grüß".encode() + bytes(54)


def test_a_question_tag_tells_the_drawer_and_the_question_apart() -> None:
    tag = question_tag(Cipher(KEY), "allergies")
    message = parts(b"caseflow question 1") + b"allergies"
    assert tag == hmac.new(KEY, message, hashlib.sha256).digest()[:16]
    assert tag != question_tag(Cipher(KEY), "languages")
    assert tag != question_tag(Cipher(bytes(32)), "allergies")
