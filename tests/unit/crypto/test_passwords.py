import struct

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from caseflow.crypto.passwords import PasswordCost, new_password_record, password_key
from caseflow.vocabulary.errors import BrokenKey

CHEAP = PasswordCost(memory_kib=8, passes=1)


def record(memory_kib: int, passes: int, lanes: int, salt: bytes = bytes(16)) -> bytes:
    return struct.pack(">BIII", 1, memory_kib, passes, lanes) + salt


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes", "key"),
    [
        (65536, 2, 1, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        (256, 2, 1, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (256, 2, 2, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"),
    ],
)
def test_the_known_answers_of_the_reference_implementation(
    memory_kib: int, passes: int, lanes: int, key: str
) -> None:
    # P-H-C/phc-winner-argon2, src/test.c, Argon2id version 0x13: "password", "somesalt".
    made = password_key("password", record(memory_kib, passes, lanes, b"somesalt"))
    assert made.hex() == key


def test_the_standard_cost_stands_in_the_record() -> None:
    assert new_password_record()[:-16] == struct.pack(">BIII", 1, 64 * 1024, 3, 1)


def test_every_record_has_its_own_salt() -> None:
    one, other = new_password_record(CHEAP), new_password_record(CHEAP)
    assert one[:-16] == other[:-16] == struct.pack(">BIII", 1, 8, 1, 1)
    assert password_key("a", one) == password_key("a", one)
    assert password_key("a", one) != password_key("a", other)
    assert password_key("a", one) != password_key("b", one)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("foo\u1680bar", "foo bar"),  # RFC 8265, 4.3: a space is a space
        ("foo\u00a0bar", "foo bar"),
        ("u\u0308ber", "\u00fcber"),  # composed or not, the same letter
    ],
)
def test_the_same_characters_are_one_password(typed: str, same: str) -> None:
    cheap = new_password_record(CHEAP)
    assert password_key(typed, cheap) == password_key(same, cheap)


def test_a_password_is_hashed_in_its_composed_form() -> None:
    argon2id = Argon2id(salt=bytes(16), length=32, iterations=1, lanes=1, memory_cost=8)
    assert password_key("u\u0308 \u00a0", record(8, 1, 1)) == argon2id.derive(b"\xc3\xbc  ")


@pytest.mark.parametrize(("typed", "other"), [("Aa", "aa"), ("\uff41", "a"), ("a ", "a")])
def test_other_characters_are_another_password(typed: str, other: str) -> None:
    cheap = new_password_record(CHEAP)
    assert password_key(typed, cheap) != password_key(other, cheap)


@pytest.mark.parametrize("dearest", [record(8, 100, 1), record(128, 1, 16)])
def test_the_highest_bearable_cost_is_borne(dearest: bytes) -> None:
    assert len(password_key("password", dearest)) == 32


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        record(8, 1, 1, bytes(7)),
        b"\x02" + record(8, 1, 1)[1:],
        record(7, 1, 1),
        record(8, 0, 1),
        record(8, 1, 0),
        record(15, 1, 2),
        record((1 << 20) + 1, 1, 1),
        record(8, 101, 1),
        record(1024, 1, 17),
    ],
)
def test_a_record_of_another_kind_or_cost_is_refused(broken: bytes) -> None:
    with pytest.raises(BrokenKey):
        password_key("password", broken)
