import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.signing import Signer, verify
from caseflow.vocabulary.errors import BrokenKey

# RFC 8032, 7.1, tests 1 to 3: seed, public, message, signature.
RFC_8032 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]


@pytest.mark.parametrize(("seed", "public", "message", "signature"), RFC_8032)
def test_the_known_answers_of_rfc_8032(
    seed: str, public: str, message: str, signature: str
) -> None:
    signer = Signer(bytes.fromhex(seed))
    assert signer.public.hex() == public
    assert signer.sign(bytes.fromhex(message)).hex() == signature
    assert verify(signer.public, bytes.fromhex(message), bytes.fromhex(signature))


@given(st.binary(), st.binary())
def test_a_signature_is_good_for_its_message_only(message: bytes, other: bytes) -> None:
    signer = Signer(bytes(32))
    assert verify(signer.public, other, signer.sign(message)) == (message == other)


def test_another_key_and_broken_bytes_are_no_signature() -> None:
    signature = Signer(bytes(32)).sign(b"checkpoint")
    assert not verify(Signer(bytes(31) + b"\x01").public, b"checkpoint", signature)
    assert not verify(b"short", b"checkpoint", signature)
    assert not verify(Signer(bytes(32)).public, b"checkpoint", b"")


def test_a_seed_has_32_bytes() -> None:
    with pytest.raises(BrokenKey):
        Signer(bytes(31))
