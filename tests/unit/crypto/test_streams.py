from dataclasses import replace
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from caseflow.crypto.ciphers import Cipher, key_id
from caseflow.crypto.encoding import parts
from caseflow.crypto.streams import (
    CHUNK,
    FileCipher,
    FilePlace,
    chunk_count,
    chunks_of,
    stored_length,
)
from caseflow.vocabulary.errors import BrokenKey

KEY = bytes(range(32))
PLACE = FilePlace(*(UUID(int=number) for number in range(1, 5)))


def cipher(key: bytes = KEY, place: FilePlace = PLACE) -> FileCipher:
    return FileCipher(Cipher(key), place)


def test_a_chunk_opens_where_it_belongs() -> None:
    sealed = cipher().seal(0, b"chunk", last=True)
    assert (len(sealed), sealed[:1]) == (5 + 17, b"\x01")
    assert cipher().open(0, sealed, last=True) == b"chunk"
    assert cipher().seal(0, b"chunk", last=True) == sealed


def test_a_reader_written_from_the_format_alone_opens_it() -> None:
    nonce = bytes(10) + b"\x02\x01"
    ids = (UUID(int=number).bytes for number in range(1, 5))
    named = (key_id(KEY), nonce[:11], nonce[11:])
    associated = parts(b"caseflow file 1", b"\x01", *ids, *named)
    sealed = AESGCM(KEY).encrypt(nonce, b"chunk", associated)
    assert cipher().seal(2, b"chunk", last=True) == b"\x01" + sealed


@pytest.mark.parametrize("part", ["installation", "drawer", "document", "file"])
def test_it_opens_in_no_other_place(part: str) -> None:
    sealed = cipher().seal(0, b"chunk", last=True)
    with pytest.raises(BrokenKey):
        cipher(place=replace(PLACE, **{part: UUID(int=9)})).open(0, sealed, last=True)


def test_it_opens_under_no_other_number_end_or_key() -> None:
    sealed = cipher().seal(1, b"chunk", last=False)
    for number, last, opener in (
        (0, False, cipher()),
        (2, False, cipher()),
        (1, True, cipher()),
        (1, False, cipher(bytes(32))),
    ):
        with pytest.raises(BrokenKey):
            opener.open(number, sealed, last=last)


def test_every_flipped_bit_and_every_cut_is_found() -> None:
    sealed = cipher().seal(0, b"chunk", last=True)
    for place in range(len(sealed) * 8):
        flipped = bytearray(sealed)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(BrokenKey):
            cipher().open(0, bytes(flipped), last=True)
    for length in range(len(sealed)):
        with pytest.raises(BrokenKey):
            cipher().open(0, sealed[:length], last=True)


def test_short_files_are_of_one_length_and_long_ones_of_few() -> None:
    assert {stored_length(length) for length in (0, 1, 16_384)} == {16_384}
    assert stored_length(16_385) == 17_408
    lengths = {stored_length(length) for length in range(1_000_000, 1_100_000, 997)}
    assert len(lengths) == 5
    assert all(length <= stored_length(length) <= length * 1.12 for length in (10**5, 10**7, 10**8))


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_file_is_cut_into_full_chunks_and_filled_up(length: int) -> None:
    pieces = [b"x" * 1000] * (length // 1000) + [b"x" * (length % 1000)]
    chunks = list(chunks_of(pieces, length))
    assert len(chunks) == chunk_count(length)
    assert {len(chunk) for chunk in chunks[:-1]} <= {CHUNK}
    whole = b"".join(chunks)
    assert whole == b"x" * length + bytes(stored_length(length) - length)
