import hashlib
import hmac
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.client_codes import code_tag, new_code, read_code
from caseflow.crypto.encoding import parts

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY = bytes(range(32))


def test_a_code_is_18_speakable_characters_in_groups() -> None:
    for _ in range(50):
        assert re.fullmatch(f"([{ALPHABET}]{{4}}-){{4}}[{ALPHABET}]{{2}}", new_code())


def test_a_code_leaves_the_remainder_one() -> None:
    assert read_code("0000-0000-0000-0000-01") is not None
    for _ in range(50):
        value = 0
        for character in new_code().replace("-", ""):
            value = value * 32 + ALPHABET.index(character)
        assert value % 1021 == 1


def test_codes_differ() -> None:
    assert len({new_code() for _ in range(100)}) == 100


@given(st.integers(0, 2**80 - 1), st.sampled_from([" ", "-", "", "\u2013", ". ", "\n"]))
def test_a_code_is_read_however_it_is_typed(number: int, blank: str) -> None:
    value = number * 1024
    value += (1 - value) % 1021
    typed = "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(18)))
    code = "-".join([typed[:4], typed[4:8], typed[8:12], typed[12:16], typed[16:]])
    assert read_code(code) == code
    for zero, one in (("O", "I"), ("o", "l"), ("0", "i"), ("o", "L")):
        misread = typed.replace("0", zero).replace("1", one)
        assert read_code(f" {misread[:4]}{blank}{misread[4:9]}{blank}{misread[9:]}\t") == code
        assert read_code(misread.lower()) == code


def test_one_wrong_character_is_always_noticed() -> None:
    code = new_code().replace("-", "")
    for at in range(18):
        for other in set(ALPHABET) - {code[at]}:
            assert read_code(code[:at] + other + code[at + 1 :]) is None


def test_two_exchanged_characters_are_always_noticed() -> None:
    code = new_code().replace("-", "")
    for one, two in combinations(range(18), 2):
        typed = list(code)
        typed[one], typed[two] = typed[two], typed[one]
        assert read_code("".join(typed)) == (read_code(code) if code[one] == code[two] else None)


def test_a_code_has_one_spelling_only() -> None:
    # 1022 leaves the same remainder as 1; the check characters are the smallest that do.
    assert read_code("0000-0000-0000-0000-ZY") is None


@pytest.mark.parametrize("text", ["", "0" * 17, "0" * 19, "U" * 18, "\u0661" * 18, "ß" * 9])
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_code(text) is None


def test_a_tag_is_a_labelled_hmac() -> None:
    code = "0000-0000-0000-0000-01"
    message = parts(b"caseflow client code 1") + code.encode()
    assert code_tag(KEY, code) == hmac.new(KEY, message, hashlib.sha256).digest()[:16]
    assert code_tag(KEY, code) != code_tag(bytes(32), code)
