"""Say how a name sounds, whichever standard or ear has written it down.

Consonants in classes, the vowels left out but for where a word begins and whether it ends in one.
A letter that two orthographies read apart (j, c, x, h) has several readings, and so has the word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from types import MappingProxyType

from caseflow.vault.name_cousins import cousin

_MOST = 64  # readings of one word
_VOWELS = frozenset("aeiou")
_GLIDES = frozenset("yj")
# "Abd al-", written together with what follows it, whichever letter the article has become there.
_SERVANT = re.compile(r"^abd[aeiou]{0,2}(?:l(?=.{2})|([rsndtz])(?=\1))?")
_DOUBLED = re.compile(r"(.)\1+")
_NO_SPINE = str.maketrans("", "", "abcdefghijkopqstuvwxyz")
_FRENCH_W = re.compile("ou(?=[aei])")
_LETTERS = re.compile(
    "schtsch|shch|dsch|tsch|sch|dzh|tch|dj|zh|sh|ch|cz|sz|ts|tz|ck|dt|kh|gh|th|dh|ph|pf|qu|"
    r"(.)\1|."
)
# What is read in one way or in several, the likelier first, wherever it stands; the classes are
# capital letters.
_READ = MappingProxyType(
    {
        **dict.fromkeys("bp", ("P",)),
        **dict.fromkeys(("d", "t", "dt"), ("T",)),
        **dict.fromkeys(("f", "v", "ph", "pf"), ("F",)),
        **dict.fromkeys(("k", "q", "ck"), ("K",)),
        **dict.fromkeys(("s", "z", "sch", "sh", "sz", "ts", "tz", "shch", "schtsch"), ("S",)),
        **dict.fromkeys(("tsch", "dsch", "dzh", "tch"), ("J",)),
        "dj": ("J", "T"),
        **dict.fromkeys(("zh", "cz"), ("J", "S")),
        **dict.fromkeys(("th", "dh"), ("T", "S")),
        **dict.fromkeys(("g", "gh", "kh"), ("K", "G")),  # Ukrainian writes h where Russian has g
        "ch": ("K", "J", "S", "G"),
        "x": ("KS", "G"),  # Kurmancî: kh
        "qu": ("KF", "K"),
        "h": ("", "G"),
        **{letter: (letter.upper(),) for letter in "lmnr"},
    }
)
_READ_FIRST = MappingProxyType(
    {
        "h": ("G",),
        "w": ("F",),
        "y": ("Y",),
        "j": ("Y", "J"),
        **dict.fromkeys(_VOWELS, ("0",)),
    }
)


def sounds(word: str) -> frozenset[str]:
    """Return how a folded word may sound; two words that share one sound alike.

    Empty for what has no consonants to go by.
    """
    return frozenset(likely_sounds(word))


def spines(word: str) -> frozenset[str]:
    """Return what every sound of a folded word has of l, m, n and r, which no ear confuses.

    Words without one in common do not sound alike: found out in a tenth of the time.
    """
    known = cousin(word)
    return frozenset(_spine(each) for each in ((word,) if known is None else (word, known)))


def likely_sounds(word: str) -> tuple[str, ...]:
    """Return how a folded word may sound, the likeliest first."""
    known = cousin(word)
    found = _readings(word) if known is None else (*_readings(known), *_readings(word))
    return tuple(dict.fromkeys(found))


def _spine(word: str) -> str:
    return _DOUBLED.sub(r"\1", _SERVANT.sub("abd", word).translate(_NO_SPINE))


def _readings(word: str) -> tuple[str, ...]:
    word = _FRENCH_W.sub("w", _SERVANT.sub("abd", word))
    letters = [reading for reading in _letters(word) if reading != ("",)]
    if not letters:
        return ()
    found = list(islice(_choices([*letters, _ends(word)]), _MOST))
    found.sort(key=lambda each: each[0])  # the sort is stable: what is rarer comes later
    return tuple(_with_vowel(bones, word) for _, bones in found)


def _choices(readings: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """Return each word that the readings make, and how far it is from the likeliest one."""
    for choice in product(*(tuple(enumerate(each)) for each in readings)):
        yield sum(rarity for rarity, _ in choice), "".join(letter for _, letter in choice)


def _letters(word: str) -> Iterator[tuple[str, ...]]:
    for match in _LETTERS.finditer(word):
        letter = match.group(1) or match.group()
        following = word[match.end() : match.end() + 1]
        yield _first(letter, following) if match.start() == 0 else _inside(letter, following)


def _first(letter: str, following: str) -> tuple[str, ...]:
    glides = letter in "yji" and following in _VOWELS and following != letter
    if glides and following == "e":
        return ("Y", "0", *_READ_FIRST[letter][1:])  # Cyrillic E is written as E, Ye and Je
    if glides and letter == "i":
        return ("Y",)
    return _READ_FIRST.get(letter) or _inside(letter, following)


def _inside(letter: str, following: str) -> tuple[str, ...]:
    if letter in _VOWELS or letter == "y":
        return ("",)
    if letter == "j":
        return ("", "J")
    if letter == "c":
        return ("S", "J") if following in {"e", "i", "y", "v"} else ("K", "J")
    if letter == "w":  # a vowel, where a script has no others
        return ("F",) if following in {"a", "e", "i"} else ("F", "")
    return _READ.get(letter, (letter,))


def _ends(word: str) -> tuple[str, ...]:
    """Say whether a word ends in a vowel; a last e may be silent."""
    last = word.rstrip("h")[-1:]
    if last in {"e", "w"}:
        return ("+", "")
    return ("+",) if last in _VOWELS or last in _GLIDES else ("",)


def _with_vowel(bones: str, word: str) -> str:
    """Tell short words apart by their first vowel too: else Mia, Mai and Mo were one."""
    if len(bones.rstrip("+")) > 1:
        return bones
    vowel = next((sign for sign in word if sign in _VOWELS), "")
    return bones + {"i": "e", "u": "o"}.get(vowel, vowel)
