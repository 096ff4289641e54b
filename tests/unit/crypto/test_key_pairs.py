import hashlib

import pytest
from cryptography.hazmat.bindings._rust import openssl
from shamir_mnemonic.wordlist import WORDLIST

from caseflow.crypto.ciphers import key_id
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import (
    PrivateKey,
    PublicKey,
    commitment,
    fingerprint,
    new_pair,
    pair_from_seed,
    six_words,
)
from caseflow.vocabulary.errors import BrokenKey
from tests.unit.crypto.published import (
    HPKE_AAD,
    HPKE_ENC,
    HPKE_INFO,
    HPKE_SEALED,
    HPKE_SEED,
    HPKE_TEXT,
)


def test_the_known_answer_of_x_wing() -> None:
    # draft-connolly-cfrg-xwing-kem, appendix C, first vector: its seed expands to both halves.
    seed = bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
    public = PrivateKey(hashlib.shake_256(seed).digest(96)).public.raw().hex()
    assert public.startswith("e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5")
    assert public.endswith(
        "9042581237d522828824ee3bdfd07fb03f1f942d2ea179fe722f06cc03de5b69"
        "859edb06eff389b27dce59844570216223593d4ba32d9abac8cd049040ef6534"
    )


def test_the_known_answer_of_hpke_with_this_kind_of_pair() -> None:
    pair = PrivateKey(hashlib.shake_256(bytes.fromhex(HPKE_SEED)).digest(96))
    hpke = openssl.hpke
    suite = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
    sealed, info, aad = (
        bytes.fromhex(each) for each in (HPKE_ENC + HPKE_SEALED, HPKE_INFO, HPKE_AAD)
    )
    # The vector has associated data, which only the library's own function for tests takes.
    opened = hpke._decrypt_with_aad(suite, sealed, pair.hpke, info, aad)  # noqa: SLF001
    assert opened.hex() == HPKE_TEXT


def test_a_pair_has_96_and_1216_bytes_and_comes_back_from_them() -> None:
    pair = new_pair()
    assert (len(pair.raw()), len(pair.public.raw())) == (96, 1216)
    assert PrivateKey(pair.raw()).public.raw() == pair.public.raw()
    assert PublicKey(pair.public.raw()).key_id == pair.public.key_id
    assert new_pair().raw() != pair.raw()


def test_a_seed_gives_one_pair_for_each_label() -> None:
    seed = bytes(range(32))
    assert pair_from_seed(seed, "recovery").raw() == derive(seed, "recovery", b"", 96)
    assert pair_from_seed(seed, "recovery").raw() != pair_from_seed(seed, "other").raw()


@pytest.mark.parametrize("raw", [b"", bytes(95), bytes(97)])
def test_a_private_key_of_another_length_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenKey):
        PrivateKey(raw)


@pytest.mark.parametrize("raw", [b"", bytes(1215), b"\xff" * 1216])
def test_what_is_no_public_key_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenKey):
        PublicKey(raw)


def test_a_pair_is_known_by_its_public_half() -> None:
    pair = new_pair()
    assert commitment(pair.raw()) == pair.public.key_id == key_id(pair.public.raw())
    assert commitment(bytes(32)) == key_id(bytes(32))


def test_the_fingerprint_is_a_labelled_digest() -> None:
    public = new_pair().public
    expected = hashlib.sha256(b"caseflow public key" + public.raw()).digest()
    assert fingerprint(public) == expected


def test_six_words_are_the_first_sixty_bits_of_the_fingerprint() -> None:
    public = new_pair().public
    bits = "".join(f"{WORDLIST.index(word):010b}" for word in six_words(public))
    assert bits == f"{int.from_bytes(fingerprint(public), 'big'):0256b}"[:60]


def test_a_private_key_shows_nothing() -> None:
    pair = new_pair()
    assert pair.raw().hex() not in repr(pair)
    assert repr(pair.raw()) not in repr(pair)
