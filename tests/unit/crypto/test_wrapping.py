import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.encoding import parts
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.vocabulary.errors import BrokenKey

CIPHER = Cipher(bytes(range(32)))


@given(st.binary(max_size=100), st.text(max_size=5), st.lists(st.binary(max_size=3), max_size=3))
def test_a_wrapped_secret_comes_back(secret: bytes, label: str, context: list[bytes]) -> None:
    assert unwrap(CIPHER, label, context, wrap(CIPHER, label, context, secret)) == secret


@pytest.mark.parametrize(
    ("cipher", "label", "context"),
    [
        (Cipher(bytes(32)), "staff", [b"a", b"b"]),
        (CIPHER, "unit", [b"a", b"b"]),
        (CIPHER, "staff", [b"ab"]),
        (CIPHER, "staff", []),
    ],
    ids=["key", "label", "shifted context", "no context"],
)
def test_it_comes_back_under_nothing_else(cipher: Cipher, label: str, context: list[bytes]) -> None:
    wrapped = wrap(CIPHER, "staff", [b"a", b"b"], b"secret")
    with pytest.raises(BrokenKey):
        unwrap(cipher, label, context, wrapped)


@pytest.mark.parametrize("wrapped", [b"", b"\x02" + bytes(60)])
def test_an_unknown_format_is_refused(wrapped: bytes) -> None:
    with pytest.raises(BrokenKey, match="format"):
        unwrap(CIPHER, "staff", [], wrapped)


def test_the_bytes_of_a_wrapping() -> None:
    wrapped = wrap(CIPHER, "staff", [b"a"], b"secret")
    associated = parts(b"caseflow wrap 1", b"\x01", CIPHER.key_id, b"staff", b"a")
    assert wrapped[:1] == b"\x01"
    assert CIPHER.open(wrapped, associated, 1) == b"secret"
