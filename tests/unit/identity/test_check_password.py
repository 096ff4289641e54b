import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from caseflow.identity.check_password import LEAST, MOST, check_password

EMAIL = "b.brandt@example.org"
PROVIDER = "Musterträger"


def codes(password: str, email: str = EMAIL) -> list[str]:
    return [problem.code for problem in check_password(password, email, PROVIDER)]


@pytest.mark.parametrize(
    "password",
    [
        "caseflow-demo-2026",
        "korrekt pferd batterie",
        "Ümläute sind gut",
        "密码是一个很长很好的句子吧",
    ],
)
def test_a_phrase_is_a_good_password(password: str) -> None:
    assert codes(password) == []


def test_twelve_characters_are_enough_and_eleven_are_not() -> None:
    assert codes("tausendfüßle") == []
    (problem,) = check_password("tausendfüßl", EMAIL, PROVIDER)
    assert (problem.field, problem.code, problem.values) == (
        "password",
        "too_short",
        {"least": str(LEAST)},
    )


def test_a_very_long_password_is_refused() -> None:
    phrase = "korrekt pferd batterie " * 20
    assert codes(phrase[:MOST]) == []
    assert codes(phrase[: MOST + 1]) == ["too_long"]


@pytest.mark.parametrize(
    "common", [each for each in FREQUENCY_LISTS["passwords"] if len(each) > 13]
)
def test_common_passwords_are_refused_in_any_case(common: str) -> None:
    assert "password_common" in codes(common)
    assert "password_common" in codes(common.upper())


@pytest.mark.parametrize(
    "password", ["Password2026!", "dragon-1234567", "aaaaaaaaaaaaaaaa", "121212121212"]
)
def test_a_common_password_with_a_tail_and_a_repetition_are_common(password: str) -> None:
    assert codes(password) == ["password_common"]


@pytest.mark.parametrize("password", ["ich bin B.Brandt und", "der MUSTERTRÄGER ist groß"])
def test_the_person_and_the_provider_are_not_in_it(password: str) -> None:
    assert codes(password) == ["password_personal"]


def test_a_very_short_address_forbids_no_words() -> None:
    assert codes("korrekt pferd batterie", "rre@example.org") == []


def test_half_a_character_is_no_text() -> None:
    assert codes("korrekt pferd \ud800 batterie") == ["not_text"]


@given(st.text(max_size=11))
def test_nothing_short_is_ever_taken(password: str) -> None:
    assert "too_short" in codes(password)
