import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.derivation import derive, hkdf

# RFC 5869, appendix A, test cases 1 to 3: key, salt, info, length, output.
RFC_5869 = [
    (
        "0b" * 22,
        "000102030405060708090a0b0c",
        "f0f1f2f3f4f5f6f7f8f9",
        42,
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ),
    (
        bytes(range(0x50)).hex(),
        bytes(range(0x60, 0xB0)).hex(),
        bytes(range(0xB0, 0x100)).hex(),
        82,
        (
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c6"
            "5e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
    ),
    (
        "0b" * 22,
        "",
        "",
        42,
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    ),
]


@pytest.mark.parametrize(("key", "salt", "info", "length", "output"), RFC_5869)
def test_the_known_answers_of_rfc_5869(
    key: str, salt: str, info: str, length: int, output: str
) -> None:
    derived = hkdf(bytes.fromhex(key), bytes.fromhex(salt), bytes.fromhex(info), length)
    assert derived.hex() == output


@given(
    st.tuples(st.binary(min_size=32, max_size=32), st.text(max_size=3), st.binary(max_size=3)),
    st.tuples(st.binary(min_size=32, max_size=32), st.text(max_size=3), st.binary(max_size=3)),
)
def test_every_key_use_and_context_has_its_own(
    one: tuple[bytes, str, bytes], other: tuple[bytes, str, bytes]
) -> None:
    assert (derive(*one) == derive(*other)) == (one == other)


def test_label_and_context_cannot_be_shifted() -> None:
    assert derive(bytes(32), "ab", b"c") != derive(bytes(32), "a", b"bc")


def test_the_bytes_of_a_derivation() -> None:
    info = bytes.fromhex("000000056361726473" + "00000000")
    assert derive(bytes(32), "cards") == hkdf(bytes(32), b"caseflow", info, 32)
    assert len(derive(bytes(32), "cards", length=96)) == 96
