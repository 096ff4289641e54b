import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.padding import PACK, pad, padded_length, unpad
from caseflow.vocabulary.errors import BrokenKey


@given(st.text() | st.text(min_size=100, max_size=400))
def test_a_padded_text_comes_back(text: str) -> None:
    padded = pad(text)
    assert unpad(padded) == text
    assert len(padded) == padded_length(4 + len(text.encode()))


@given(st.integers(0, 10**12))
def test_an_allowed_length_is_a_short_floating_point_number(length: int) -> None:
    # The defining property in Nikitin et al. 2019, 4.3: no more mantissa bits than exponent bits.
    allowed = padded_length(length)
    assert allowed >= max(length, 64)
    assert padded_length(allowed) == allowed
    if length > 64:
        exponent = allowed.bit_length() - 1
        mantissa = allowed.bit_length() - (allowed & -allowed).bit_length()
        assert mantissa <= exponent.bit_length()
        assert allowed - length <= 0.12 * length


@given(st.integers(65, 10**12))
def test_no_allowed_length_is_left_out(length: int) -> None:
    allowed = padded_length(length)
    exponent = length.bit_length() - 1
    assert allowed - length < 2 ** (exponent - exponent.bit_length())


@pytest.mark.parametrize(
    ("length", "allowed"), [(0, 64), (64, 64), (65, 72), (72, 72), (200, 208), (2004, 2048)]
)
def test_lengths_by_hand(length: int, allowed: int) -> None:
    assert padded_length(length) == allowed


def test_the_bytes_by_hand() -> None:
    assert pad("ü") == b"\x00\x00\x00\x02\xc3\xbc" + bytes(58)


@pytest.mark.parametrize(
    "padded", [b"", b"\x00\x00\x00", b"\x00\x00\x00\x02x", b"\x00\x00\x00\x01\xff"]
)
def test_bytes_that_are_no_padded_text_are_refused(padded: bytes) -> None:
    with pytest.raises(BrokenKey):
        unpad(padded)


def test_what_is_remembered_of_lengths_has_an_end() -> None:
    for length in range(5000):
        assert len(PACK[length](length, b"x" * length)) == padded_length(4 + length)
        assert len(PACK) <= 4096
