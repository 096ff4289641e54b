from itertools import permutations

import pytest

from caseflow.crypto.blind_index import TOKENS
from caseflow.vault.index_terms import SOUGHT, name_terms, terms_sought, without_year
from tests.unit.vault.name_variants import GROUPS, HELD_OUT, names


def test_two_words_of_a_name_stand_together_and_none_alone() -> None:
    assert name_terms("Müller, Mona", "1990") == [
        ("whole", "1990", "mona", "mueller"),
        ("begin", "mon", "mue"),
        ("sound", "MLR", "MN+"),
    ]
    assert name_terms("Müller", "") == []
    assert name_terms("Müller", "1990") == [("whole", "1990", "mueller"), ("sound", "1990", "MLR")]
    assert name_terms("", "1990") == []


def test_no_term_says_less_than_two_things() -> None:
    kinds = {"whole": 3, "begin": 3, "sound": 3}
    for name in ("Abd al-Rahman Karimi", "Li Wu", "van der Berg, Petra Maria Anna Clara Eva"):
        assert all(len(term) >= kinds[term[0]] for term in name_terms(name, "1990"))


def test_letters_too_few_begin_nothing_but_sound() -> None:
    assert {term[0] for term in name_terms("Li Wu", "")} == {"sound"}


def test_words_that_others_write_together_are_found() -> None:
    assert set(name_terms("Ali Reza Ahmadi", "")) & set(terms_sought("Alireza Ahmadi"))
    assert set(name_terms("Alireza Ahmadi", "")) & set(terms_sought("Ali Reza Ahmadi"))
    assert set(name_terms("Ahmadi Bo Ra", "")) & set(terms_sought("Bora Ahmadi"))


def test_what_may_be_read_in_very_many_ways_asks_for_no_more_than_a_statement_takes() -> None:
    query = "xhchxhchchxh chxchxjxjxc cjcxchxhcjcx hxhchxhxhxhx jcjcjxhxjchxc"
    assert len(terms_sought(query)) == SOUGHT
    assert terms_sought(query)[: 2 * TOKENS] == name_terms(query, "")[: 2 * TOKENS]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("mona", []),
        ("mona 1990", [("whole", "1990", "mona"), ("sound", "1990", "MN+")]),
        ("0170 1234567", [("contact", "+491701234567")]),
        ("", []),
    ],
)
def test_what_a_search_asks_for(query: str, terms: list[tuple[str, ...]]) -> None:
    assert terms_sought(query) == terms


@pytest.mark.parametrize(
    ("query", "parted"),
    [
        ("Mona 1990", ("Mona", "1990")),
        ("1990", ("1990", "")),
        ("Mona 1990 1991", ("Mona 1990 1991", "")),
        ("Mona 123", ("Mona 123", "")),
    ],
)
def test_a_year_is_of_birth_beside_a_name(query: str, parted: tuple[str, str]) -> None:
    assert without_year(query) == parted


@pytest.mark.parametrize(("groups", "least"), [(GROUPS, 0.99), ((HELD_OUT,), 0.95)], ids=range(2))
def test_spellings_of_one_name_find_each_other_beside_a_surname(
    groups: tuple[str, ...], least: float
) -> None:
    found = [
        set(name_terms(f"Kowalenko, {other}", "1990")[:TOKENS]).isdisjoint(
            terms_sought(f"{one} Kovalenko")
        )
        for group in groups
        for spellings in names(group)
        for one, other in permutations(spellings, 2)
    ]
    assert found.count(False) / len(found) >= least
