import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.ciphers import Cipher, key_id, new_key
from caseflow.vocabulary.errors import BrokenKey
from tests.unit.crypto.published import AES_256_GCM

KEY = bytes(range(32))


@given(st.binary(max_size=100), st.binary(max_size=30), st.binary(max_size=5))
def test_what_was_sealed_opens(secret: bytes, associated: bytes, before: bytes) -> None:
    cipher = Cipher(KEY)
    sealed = cipher.seal(secret, associated)
    assert len(sealed) == 12 + len(secret) + 16
    assert cipher.open(before + sealed, associated, len(before)) == secret


@given(st.data())
def test_any_changed_bit_is_noticed(data: st.DataObject) -> None:
    cipher = Cipher(KEY)
    sealed = bytearray(cipher.seal(b"secret", b"place"))
    bit = data.draw(st.integers(0, 8 * len(sealed) - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(BrokenKey):
        cipher.open(bytes(sealed), b"place")


@pytest.mark.parametrize("sealed", [b"", b"short", bytes(12), bytes(28)])
def test_too_little_does_not_open(sealed: bytes) -> None:
    with pytest.raises(BrokenKey):
        Cipher(KEY).open(sealed, b"")


def test_another_key_or_place_does_not_open() -> None:
    sealed = Cipher(KEY).seal(b"secret", b"place")
    with pytest.raises(BrokenKey):
        Cipher(bytes(32)).open(sealed, b"place")
    with pytest.raises(BrokenKey):
        Cipher(KEY).open(sealed, b"other")


def test_the_known_answer_of_gcm() -> None:
    # McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, test case 16.
    key = "feffe9928665731c6d6a8f9467308308" * 2
    nonce = "cafebabefacedbaddecaf888"
    ciphertext = (
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
    )
    tag = "76fc6ece0f4e1768cddf8853bb2d551b"
    associated = "feedfacedeadbeeffeedfacedeadbeefabaddad2"
    plaintext = (
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    sealed = bytes.fromhex(nonce + ciphertext + tag)
    opened = Cipher(bytes.fromhex(key)).open(sealed, bytes.fromhex(associated))
    assert opened.hex() == plaintext


@pytest.mark.parametrize(("key", "nonce", "associated", "text", "ciphertext", "tag"), AES_256_GCM)
def test_the_known_answers_of_wycheproof(
    key: str, nonce: str, associated: str, text: str, ciphertext: str, tag: str
) -> None:
    cipher, place = Cipher(bytes.fromhex(key)), bytes.fromhex(associated)
    sealed = bytes.fromhex(nonce + ciphertext + tag)
    assert cipher.open(sealed, place).hex() == text
    assert cipher.encrypt(sealed[:12], bytes.fromhex(text), place) == sealed[12:]
    for wrong in (sealed[:-1] + bytes([sealed[-1] ^ 128]), sealed[:-16] + bytes(16)):
        with pytest.raises(BrokenKey):
            cipher.open(wrong, place)


def test_no_nonce_comes_twice() -> None:
    cipher = Cipher(KEY)
    assert len({cipher.seal(b"", b"")[:12] for _ in range(200)}) == 200


def test_the_key_id_is_a_labelled_digest() -> None:
    assert key_id(KEY) == hashlib.sha256(b"caseflow key" + KEY).digest()[:16]
    assert Cipher(KEY).key_id == key_id(KEY)


def test_a_key_has_32_bytes() -> None:
    assert len(new_key()) == 32
    assert new_key() != new_key()
    with pytest.raises(BrokenKey):
        Cipher(bytes(16))


def test_a_cipher_shows_no_key() -> None:
    shown = repr(Cipher(KEY)) + str(Cipher(KEY))
    assert KEY.hex() not in shown
    assert repr(KEY) not in shown
