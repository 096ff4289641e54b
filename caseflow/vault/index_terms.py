"""Say by which terms a card stands in the blind index, and which a search asks for.

Two words of a name together, by their beginnings and by their sounds; the whole name with the year
of birth; a number or an address. Never one word alone, unless with her year of birth: a thief who
knows how often a surname occurs would know it again by how often its token does.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from caseflow.crypto.blind_index import Term
from caseflow.vault.contacts import contact_asked_for
from caseflow.vault.names import PARTICLES, fold, without_article
from caseflow.vault.sounds import likely_sounds

_BEGINNING = 3  # letters
_WORDS = 5  # of a name that are looked at
_JOINED = 2  # "Ali Reza" is one word elsewhere
_READINGS = 24  # of a word beside another one, the likeliest
SOUGHT = 4000  # by one search: a statement takes only so many, and rarer sounds find nobody
_YEAR = re.compile(r"(?:19|20)\d\d")

_Pair = tuple[str, str]


def name_terms(name: str, birth_year: str) -> list[Term]:
    """Return the terms of a name card, those first that must not be left out."""
    words = _words(name)
    return list(dict.fromkeys([*_whole(words, birth_year), *_parts(words)]))


def terms_sought(query: str) -> list[Term]:
    """Return what a search asks for; any of them is enough to be looked at. Empty: nothing fits."""
    contact = contact_asked_for(query)
    if contact is not None:
        return [("contact", contact)]
    return name_terms(*without_year(query))[:SOUGHT]


def without_year(query: str) -> tuple[str, str]:
    """Return what was typed without a year of birth, and the year; empty where there is none."""
    words = query.split()
    years = [word for word in words if _YEAR.fullmatch(word)]
    if len(years) != 1 or len(words) == 1:
        return query, ""
    return " ".join(word for word in words if word not in years), years[0]


def _words(name: str) -> tuple[str, ...]:
    words = fold(name).split()
    named = [without_article(word) for word in words if word not in PARTICLES]
    return tuple(named or words)[:_WORDS]


def _whole(words: Sequence[str], year: str) -> Iterator[Term]:
    """Return the whole name with the year; of a single word its sounds too."""
    if not words or not year:
        return
    yield ("whole", year, *sorted(words))
    if len(words) == 1:
        for sound in likely_sounds(words[0]):
            yield ("sound", year, sound)


def _parts(words: Sequence[str]) -> Iterator[Term]:
    pairs = list(combinations(words, 2))
    for one, other in pairs:
        if min(len(one), len(other)) >= _BEGINNING:
            yield ("begin", *sorted((one[:_BEGINNING], other[:_BEGINNING])))
    # The likeliest sounds of all pairs come before the rarer ones of any.
    heard = sorted(
        (rarity, place, sound)
        for place, pair in enumerate([*pairs, *_joined(words)])
        for rarity, sound in _sounds(pair)
    )
    for _, _, sound in heard:
        yield ("sound", *sound)


def _joined(words: Sequence[str]) -> Iterator[_Pair]:
    """Return the pairs in which two words that stand together are one."""
    for start in range(len(words) - 1):
        one = "".join(words[start : start + _JOINED])
        for other in (*words[:start], *words[start + _JOINED :]):
            yield one, other


def _sounds(pair: _Pair) -> Iterator[tuple[int, _Pair]]:
    for first, one in enumerate(likely_sounds(pair[0])[:_READINGS]):
        for second, other in enumerate(likely_sounds(pair[1])[:_READINGS]):
            low, high = sorted((one, other))
            yield first + second, (low, high)
