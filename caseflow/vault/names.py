"""Compare names as people type them: order, umlauts, scripts, joints between words, sound."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from caseflow.vault.scripts import to_latin, without_apostrophes
from caseflow.vault.sounds import sounds, spines

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
NEAR = 0.93  # Jaro-Winkler; below it two names are strangers
_JOINED = 3  # "Abd al-Rahman" is three words, or one
# What stands between names, or is left out: it need not be found.
PARTICLES = frozenset(
    {
        *("al", "el", "ul", "ad", "ar", "as", "at", "az", "an", "ash", "esh"),
        *("ibn", "bin", "ben", "bint", "oglu", "ogly", "kyzy"),
        *("van", "von", "vom", "zu", "zur", "der", "den", "ter", "ten"),
        *("de", "di", "da", "del", "la", "le"),
    }
)
_ARTICLES = ("al", "el")
_UNHEARD = frozenset[str]()
_LONG = 5  # letters behind an article that is written together with them


class Likeness(IntEnum):
    """How a name fits what was typed; the smaller the better."""

    EXACT = 0
    PREFIX = 1
    SOUND = 2
    NEAR = 3
    NONE = 4


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, prepared once for a whole search."""

    words: tuple[str, ...]
    forms: Mapping[tuple[int, int], tuple[str, ...]]  # from which word up to which: how written
    heard: Mapping[str, frozenset[str]]  # the sounds of each
    spines: frozenset[str]  # what a word must have to sound like any of them
    # How each fits the words that this search has met: given names and surnames come again.
    met: dict[str, Mapping[str, Likeness]] = field(default_factory=dict)


def fold(name: str) -> str:
    """Return a name in plain small letters, umlauts written out: also its sorting key."""
    latin = anyascii(to_latin(name.casefold().translate(_UMLAUTS)))
    plain = without_apostrophes(latin).casefold()
    letters = "".join(sign if sign.isalnum() else " " for sign in plain)
    return " ".join(letters.split())


def typed(text: str) -> Typed:
    """Return what was typed, ready to be compared with many names."""
    words = tuple(fold(text).split())
    forms = {
        (start, end): segment_forms(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _JOINED, len(words)) + 1)
    }
    heard = {form: sounds(form) for each in forms.values() for form in each}
    return Typed(words, forms, heard, frozenset[str]().union(*map(spines, heard)))


def likeness(wanted: Typed, name: str) -> Likeness:
    """Return how well a name fits: every typed word must find a word of the name.

    Words may be joined on either side; a particle that the name does not have costs its rank.
    """
    words = fold(name).split()
    if not wanted.words or not words:
        return Likeness.NONE
    met = [_fits(wanted, each) for each in segments(words)]
    best = [Likeness.EXACT]
    for end in range(1, len(wanted.words) + 1):
        starts = range(max(0, end - _JOINED), end)
        best.append(min(_so_far(wanted, best[start], (start, end), met) for start in starts))
    return best[-1]


def segments(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name as they may be looked for: alone, joined, without particles."""
    named = [word for word in words if word not in PARTICLES]
    found = [*_runs(words), *(_runs(named) if len(named) < len(words) else ())]
    return tuple(dict.fromkeys(form for each in found for form in _forms(each)))


def segment_forms(words: Sequence[str]) -> tuple[str, ...]:
    """Return what joined words may be written as: with their particles, and without."""
    bare = "".join(word for word in words if word not in PARTICLES)
    joined = "".join(words)
    return tuple(dict.fromkeys([*_forms(joined), *(_forms(bare) if bare else ())]))


def word_likeness(word: str, other: str) -> Likeness:
    """Return how well one folded word fits another."""
    return _likeness(word, other, alike=not sounds(word).isdisjoint(sounds(other)))


def _so_far(
    wanted: Typed, before: Likeness, span: tuple[int, int], met: Sequence[Mapping[str, Likeness]]
) -> Likeness:
    if before is Likeness.NONE:
        return Likeness.NONE
    found = min(fits[form] for form in wanted.forms[span] for fits in met)
    start, end = span
    if end - start == 1 and wanted.words[start] in PARTICLES and len(wanted.words) > 1:
        found = min(found, Likeness.SOUND)
    return max(before, found)


def _fits(wanted: Typed, other: str) -> Mapping[str, Likeness]:
    """Return how well everything that was typed fits one word; it goes with the search."""
    found = wanted.met.get(other)
    if found is None:
        spoken = _UNHEARD if wanted.spines.isdisjoint(spines(other)) else sounds(other)
        found = {
            form: _likeness(form, other, alike=not heard.isdisjoint(spoken))
            for form, heard in wanted.heard.items()
        }
        wanted.met[other] = found
    return found


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Return each word, and what it is when the next ones are joined to it."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + _JOINED, len(words)) + 1):
            yield "".join(words[start:end])


def _forms(word: str) -> Iterator[str]:
    """Return a word, and what it is without an article that is written together with it."""
    yield word
    bare = without_article(word)
    if bare != word:
        yield bare


def without_article(word: str) -> str:
    """Return a word without an Arabic article that is written together with it."""
    fits = word.startswith(_ARTICLES) and len(word) >= _LONG + 2 and word[2] not in "aeiou"
    return word[2:] if fits else word


def _likeness(word: str, other: str, *, alike: bool) -> Likeness:
    if word == other:
        return Likeness.EXACT
    if other.startswith(word):
        return Likeness.PREFIX
    if alike:
        return Likeness.SOUND
    return Likeness.NEAR if JaroWinkler.similarity(word, other) >= NEAR else Likeness.NONE
