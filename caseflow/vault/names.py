"""Compare names as people type them: umlauts, transliteration, sound.

Kölner Phonetik (Postel 1969) after transliteration, so that Mohammad finds Muhamed.
"""

from dataclasses import dataclass
from enum import IntEnum

from anyascii import anyascii
from cologne_phonetics import encode
from rapidfuzz.distance import JaroWinkler

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
NEAR = 0.93  # Jaro-Winkler; below it two names are strangers


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
    sounds: tuple[str, ...]


def fold(name: str) -> str:
    """Return a name in plain small letters, umlauts written out: also its sorting key."""
    plain = anyascii(name.casefold().translate(_UMLAUTS)).casefold()
    letters = "".join(sign if sign.isalnum() else " " for sign in plain)
    return " ".join(letters.split())


def typed(text: str) -> Typed:
    """Return what was typed, ready to be compared with many names."""
    words = tuple(fold(text).split())
    return Typed(words, tuple(_sound(word) for word in words))


def likeness(wanted: Typed, name: str) -> Likeness:
    """Return how well a name fits: every typed word must find a word of the name."""
    words = fold(name).split()
    if not wanted.words or not words:
        return Likeness.NONE
    return max(
        min(_likeness(word, sound, other) for other in words)
        for word, sound in zip(wanted.words, wanted.sounds, strict=True)
    )


def word_likeness(word: str, other: str) -> Likeness:
    """Return how well one folded word fits another."""
    return _likeness(word, _sound(word), other)


def _likeness(word: str, sound: str, other: str) -> Likeness:
    if word == other:
        return Likeness.EXACT
    if other.startswith(word):
        return Likeness.PREFIX
    if sound and sound == _sound(other):
        return Likeness.SOUND
    return Likeness.NEAR if JaroWinkler.similarity(word, other) >= NEAR else Likeness.NONE


def _sound(word: str) -> str:
    return "".join(code for _, code in encode(word))
