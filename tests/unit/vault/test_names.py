from itertools import permutations

import pytest

from caseflow.vault.names import Likeness, fold, likeness, typed, without_article, word_likeness
from tests.unit.vault.name_variants import GROUPS, HELD_OUT, WHOLE_NAMES, names


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Änne  Müller-Groß", "aenne mueller gross"),
        ("Łucja Nowak", "lucja nowak"),
        ("Оксана", "oksana"),
        ("  ", ""),
    ],
)
def test_names_are_compared_in_plain_small_letters(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("query", "name", "fit"),
    [
        ("müller", "Mona Mueller", Likeness.EXACT),
        ("mona müller", "Müller, Mona", Likeness.EXACT),
        ("mon", "Mona Müller", Likeness.PREFIX),
        ("meier", "Ada Maier", Likeness.SOUND),
        ("Muhammad", "Mohamed Berg", Likeness.SOUND),
        ("katharine", "Katharina", Likeness.SOUND),
        ("Oleksandrra", "Oleksandqra", Likeness.NEAR),
        ("schmidt", "Mona Müller", Likeness.NONE),
        ("mona schmidt", "Mona Müller", Likeness.NONE),
        ("mona", "", Likeness.NONE),
        ("", "Mona", Likeness.NONE),
        ("1", "2", Likeness.NONE),
    ],
)
def test_every_word_that_was_typed_finds_a_word_of_the_name(
    query: str, name: str, fit: Likeness
) -> None:
    assert likeness(typed(query), name) is fit


def test_a_word_by_itself_fits_as_it_does_in_a_name() -> None:
    assert word_likeness("meier", "maier") is Likeness.SOUND
    assert word_likeness("meier", "schmidt") is Likeness.NONE


@pytest.mark.parametrize(
    ("word", "bare"),
    [("elsayed", "sayed"), ("almasri", "masri"), ("alreza", "alreza"), ("elisabet", "elisabet")],
)
def test_an_article_is_taken_off_a_long_word_before_a_consonant(word: str, bare: str) -> None:
    assert without_article(word) == bare


def found(spellings: list[list[str]]) -> tuple[int, int]:
    """Return how many ordered pairs of spellings of one name find each other, and of how many."""
    pairs = [pair for each in spellings for pair in permutations(each, 2)]
    hits = [likeness(typed(one), other) is not Likeness.NONE for one, other in pairs]
    return sum(hits), len(hits)


def test_spellings_of_one_name_find_each_other() -> None:
    hits, pairs = found([each for group in GROUPS for each in names(group)])
    assert pairs == 1642
    assert hits >= 1634  # 74 in a hundred by Kölner Phonetik alone


def test_so_do_those_that_the_rules_were_not_made_for() -> None:
    hits, pairs = found(names(HELD_OUT))
    assert pairs == 358
    assert hits >= 344


def test_whole_names_are_found_in_any_order_with_and_without_particles() -> None:
    hits, pairs = found([line.split("|") for line in WHOLE_NAMES.split("\n") if line])
    assert pairs == 62
    assert hits >= 60


def test_different_names_seldom_find_each_other() -> None:
    spellings = [each for group in GROUPS for each in names(group)]
    heads = {fold(each[0]): {fold(one) for one in each} for each in spellings}
    strangers = [
        (one, other) for one, other in permutations(heads, 2) if heads[one].isdisjoint(heads[other])
    ]
    hits = [pair for pair in strangers if likeness(typed(pair[0]), pair[1]) is not Likeness.NONE]
    assert len(hits) / len(strangers) < 0.0035, hits


@pytest.mark.parametrize(
    ("query", "name", "fit"),
    [
        ("von Stein", "Clara Stein", Likeness.EXACT),
        ("von", "Clara von Stein", Likeness.EXACT),
        ("Ben Müller", "Ben Müller", Likeness.EXACT),
        ("Elsayed", "Ahmed Al-Sayed", Likeness.EXACT),
        ("Alireza", "Ali Reza Ahmadi", Likeness.EXACT),
        ("al el", "Clara von Stein", Likeness.SOUND),
        ("al el ad", "Clara von Stein", Likeness.SOUND),
        ("von Schmidt", "Mona Müller", Likeness.NONE),
        ("von", "Mona Müller", Likeness.NONE),
        ("محمد احمدی", "Mohammad Ahmadi", Likeness.SOUND),
        ("Karim", "Karima", Likeness.PREFIX),
        ("Karima", "Karim", Likeness.NEAR),
    ],
)
def test_particles_and_joints_part_nobody(query: str, name: str, fit: Likeness) -> None:
    assert likeness(typed(query), name) is fit
