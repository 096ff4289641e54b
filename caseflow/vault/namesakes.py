"""Say whether two names may be one person's, in order to refuse somebody who is blocked.

Whoever compares for that refuses a namesake rather than let the same one pass. Names come from
papers, mouths and keyboards of several scripts: one is written together here and apart there.
"""

import re
from types import MappingProxyType

from caseflow.vault.names import Likeness, fold, word_likeness

_TITLES = frozenset({"herr", "herrn", "frau", "dr", "prof", "mr", "mrs", "ms"})
_JOINED = 3  # "Abd al-Rahman" is three words, or one
_UNVOWELLED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew to Arabic
# What one letter of such a script is written as in others, the longer first.
_SIGNS = re.compile("dsch|tsch|sch|sh|dj|zh|ch|kh|gh|th|ph|.")
_BONES = MappingProxyType(
    {
        **dict.fromkeys("aeiouyhw", ""),
        **dict.fromkeys(("ch", "kh"), ""),
        **dict.fromkeys(("dsch", "dj", "zh"), "j"),
        **dict.fromkeys(("sch", "sh", "tsch", "th", *"sztdc"), "s"),
        **dict.fromkeys(("gh", *"kqg"), "k"),
        **dict.fromkeys("pb", "b"),
        **dict.fromkeys(("ph", *"fv"), "f"),
    }
)


def namesakes(one: str, other: str) -> bool:
    """Say whether every word of one name finds a word of the other.

    Order, comma, initials, titles and further names make no difference, nor where a word ends.
    """
    mine, theirs = _words(one), _words(other)
    bare = bool(_UNVOWELLED.search(one + other))
    return _all_found(mine, theirs, bare=bare) or _all_found(theirs, mine, bare=bare)


def _words(name: str) -> list[str]:
    # Kh is how others write what German writes as Ch, or Turkish as H.
    words = [word.replace("kh", "h") for word in fold(name).split()]
    return [word for word in words if word not in _TITLES] or words


def _all_found(words: list[str], others: list[str], *, bare: bool) -> bool:
    """Say whether the words, alone or some of them joined, find one of the others, or some joined.

    From the first word on it is noted up to where all are found.
    """
    wanted = [other for start in range(len(others)) for other in _from(others, start)]
    initials = {other for other in others if len(other) == 1}
    found = {0}
    for start in range(len(words)):
        if start in found:
            found |= {start + 1} if words[start][0] in initials else set()
            found |= {
                start + count
                for count, word in enumerate(_from(words, start), 1)
                if any(_fits(word, other, bare=bare) for other in wanted)
            }
    return bool(words) and len(words) in found


def _from(words: list[str], start: int) -> list[str]:
    """Return the word that stands there, and what it is when the next ones are joined to it."""
    last = min(start + _JOINED, len(words))
    return ["".join(words[start:end]) for end in range(start + 1, last + 1)]


def _fits(word: str, other: str, *, bare: bool) -> bool:
    if word_likeness(word, other) is not Likeness.NONE:
        return True
    return bare and _bones(word) == _bones(other) != ""


def _bones(word: str) -> str:
    """Return the consonants of a word, where a script writes no others; doubled ones once."""
    found = "".join(_BONES.get(sign, sign) for sign in _SIGNS.findall(word))
    return "".join(now for before, now in zip(f" {found}", found, strict=False) if now != before)
