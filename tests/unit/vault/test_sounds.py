from itertools import combinations

import pytest

from caseflow.vault.names import fold
from caseflow.vault.sounds import likely_sounds, sounds, spines
from tests.unit.vault.name_variants import GROUPS, HELD_OUT, names


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("schmidt", "SMT"),
        ("mueller", "MLR"),
        ("jana", "YN+"),
        ("iana", "YN+"),
        ("elena", "0LN+"),
        ("yelena", "0LN+"),
        ("khadija", "KT+"),
        ("ouarda", "FRT+"),
        ("abdurrahman", "0PTRMN"),
        ("abdalrahman", "0PTRMN"),
        ("nwr", "NFR"),
        ("xece", "KSS+"),
        ("mia", "M+e"),
        ("mai", "M+a"),
        ("cvetkova", "SFTKF+"),
        ("yvonne", "YFN+"),
        ("brch", "PRK"),
        ("n", "N"),
    ],
)
def test_the_likeliest_sound_of_a_word(word: str, first: str) -> None:
    assert likely_sounds(word)[0] == first


def test_a_letter_of_two_readings_gives_the_word_several_sounds() -> None:
    assert likely_sounds("cemil") == ("SML", "JML")
    assert "JML" in sounds("djemil")


def test_what_is_the_same_name_elsewhere_sounds_like_it_too() -> None:
    assert sounds("mykola") >= sounds("nikolai")


def test_digits_stand_for_themselves_and_nothing_sounds_like_nothing() -> None:
    assert sounds("7") == {"7"}
    assert sounds("") == frozenset()


def test_what_sounds_alike_has_a_spine_in_common() -> None:
    words = [fold(each) for group in (*GROUPS, HELD_OUT) for same in names(group) for each in same]
    heard = {word: (sounds(word), spines(word)) for word in words}
    alike = [
        (one, other)
        for one, other in combinations(heard, 2)
        if not heard[one][0].isdisjoint(heard[other][0])
    ]
    assert len(alike) > 1000
    assert [pair for pair in alike if heard[pair[0]][1].isdisjoint(heard[pair[1]][1])] == []
