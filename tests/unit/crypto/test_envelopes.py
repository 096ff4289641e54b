from dataclasses import replace
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from caseflow.crypto.ciphers import Cipher, key_id
from caseflow.crypto.derivation import derive
from caseflow.crypto.encoding import parts
from caseflow.crypto.envelopes import (
    Destination,
    open_envelope,
    open_from,
    open_own,
    open_pair,
    own_envelope_key,
    seal_envelope,
    seal_own,
    seal_to,
)
from caseflow.crypto.key_pairs import PublicKey, pair_from_seed
from caseflow.vocabulary.errors import BrokenKey

KEY = bytes(range(32))
READER = pair_from_seed(bytes(32), "reader")
OTHER = pair_from_seed(bytes(32), "other")
DESTINATION = Destination(
    UUID(int=1), "drawer", UUID(int=2), 3, key_id(KEY), READER.public.key_id, UUID(int=4)
)
ELSEWHERE = [
    replace(DESTINATION, installation=UUID(int=9)),
    replace(DESTINATION, what="unit"),
    replace(DESTINATION, id=UUID(int=9)),
    replace(DESTINATION, version=2),
    replace(DESTINATION, key_id=bytes(16)),
    replace(DESTINATION, reader_key_id=bytes(16)),
    replace(DESTINATION, act=UUID(int=9)),
]


def test_an_envelope_opens_for_its_reader() -> None:
    sealed = seal_envelope(READER.public, DESTINATION, KEY)
    assert len(sealed) == 1 + 1120 + 32 + 16
    assert open_envelope(READER, DESTINATION, sealed) == KEY


def test_a_private_key_travels_too() -> None:
    destination = replace(DESTINATION, what="unit", key_id=OTHER.public.key_id)
    sealed = seal_envelope(READER.public, destination, OTHER.raw())
    assert open_envelope(READER, destination, sealed) == OTHER.raw()
    assert open_pair(READER, destination, sealed).raw() == OTHER.raw()


@pytest.mark.parametrize("destination", ELSEWHERE)
def test_an_envelope_opens_for_nothing_else(destination: Destination) -> None:
    sealed = seal_envelope(READER.public, DESTINATION, KEY)
    own = seal_own(own_envelope_key(READER), DESTINATION, KEY)
    with pytest.raises(BrokenKey):
        open_envelope(READER, destination, sealed)
    with pytest.raises(BrokenKey):
        open_own(own_envelope_key(READER), destination, own)


def test_nobody_else_opens_it() -> None:
    with pytest.raises(BrokenKey):
        open_envelope(OTHER, DESTINATION, seal_envelope(READER.public, DESTINATION, KEY))
    with pytest.raises(BrokenKey):
        open_own(
            own_envelope_key(OTHER),
            DESTINATION,
            seal_own(own_envelope_key(READER), DESTINATION, KEY),
        )


def test_a_planted_key_is_found_by_its_id() -> None:
    # HPKE tells nobody who sealed: anyone may seal any key for this very destination.
    info = DESTINATION.encoded(b"caseflow envelope 1")
    suite = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    planted = b"\x01" + suite.encrypt(bytes(32), READER.public.hpke, info)
    with pytest.raises(BrokenKey, match="another key"):
        open_envelope(READER, DESTINATION, planted)


@pytest.mark.parametrize(
    ("inside", "said"), [(READER.raw(), "another key"), (KEY, "wrong length")], ids=["pair", "key"]
)
def test_a_planted_pair_is_found_by_its_id(inside: bytes, said: str) -> None:
    destination = replace(DESTINATION, what="unit", key_id=OTHER.public.key_id)
    suite = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    info = destination.encoded(b"caseflow envelope 1")
    planted = b"\x01" + suite.encrypt(inside, READER.public.hpke, info)
    with pytest.raises(BrokenKey, match=said):
        open_pair(READER, destination, planted)


def test_a_wrong_key_or_reader_is_not_even_sealed() -> None:
    with pytest.raises(BrokenKey, match="another key"):
        seal_envelope(READER.public, DESTINATION, bytes(32))
    with pytest.raises(BrokenKey, match="another reader"):
        seal_envelope(OTHER.public, DESTINATION, KEY)
    with pytest.raises(BrokenKey, match="another key"):
        seal_own(own_envelope_key(READER), DESTINATION, bytes(32))


def test_a_point_of_small_order_is_refused() -> None:
    weak = PublicKey(READER.public.raw()[:1184] + bytes(32))
    with pytest.raises(BrokenKey, match="Nothing can be sealed"):
        seal_envelope(weak, replace(DESTINATION, reader_key_id=weak.key_id), KEY)


@pytest.mark.parametrize("sealed", [b"", b"\x02" + bytes(1168)])
def test_an_unknown_format_is_refused(sealed: bytes) -> None:
    with pytest.raises(BrokenKey, match="format"):
        open_envelope(READER, DESTINATION, sealed)
    with pytest.raises(BrokenKey, match="format"):
        open_own(own_envelope_key(READER), DESTINATION, sealed)
    with pytest.raises(BrokenKey, match="format"):
        open_from(READER, "reason", [], sealed)


@pytest.mark.parametrize("length", [1, 500, 1130, 1168])
def test_half_an_envelope_does_not_open(length: int) -> None:
    sealed = seal_envelope(READER.public, DESTINATION, KEY)
    with pytest.raises(BrokenKey):
        open_envelope(READER, DESTINATION, sealed[:length])


def test_a_unit_seals_to_itself_without_hpke() -> None:
    cipher = own_envelope_key(READER)
    sealed = seal_own(cipher, DESTINATION, KEY)
    assert len(sealed) == 1 + 12 + 32 + 16
    assert open_own(own_envelope_key(READER), DESTINATION, sealed) == KEY
    assert cipher.key == derive(READER.raw(), "own envelopes")


def test_the_bytes_of_a_destination() -> None:
    assert DESTINATION.encoded(b"label") == parts(
        b"label",
        UUID(int=1).bytes,
        b"drawer",
        UUID(int=2).bytes,
        b"\x00\x00\x00\x03",
        Cipher(KEY).key_id,
        READER.public.key_id,
        UUID(int=4).bytes,
    )


def test_a_text_opens_for_its_reader_purpose_and_context() -> None:
    sealed = seal_to(READER.public, "reason", [b"a", b"b"], "weil")
    assert open_from(READER, "reason", [b"a", b"b"], sealed) == "weil"
    assert len(sealed) == len(seal_to(READER.public, "reason", [], "x" * 60))
    for private, purpose, context in (
        (OTHER, "reason", [b"a", b"b"]),
        (READER, "card", [b"a", b"b"]),
        (READER, "reason", [b"ab"]),
    ):
        with pytest.raises(BrokenKey):
            open_from(private, purpose, context, sealed)
