"""The languages in which clients are asked and told; the pages themselves speak fewer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date

# What is said where nobody has reviewed a language yet, by its English.
TRANSLATED = "No sworn translator has reviewed this translation yet."
# Only what readers have tested may be called Leichte Sprache (DIN SPEC 33429).
PLAIN = "This is German in plain words (Einfache Sprache). No readers have tested it yet."
# CLDR's numbering systems that are not ours, by their zero.
_ZEROS = {"arab": 0x660, "arabext": 0x6F0}


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a client's language says what she is asked, told and handed."""

    tag: str  # BCP 47, as `lang` names it
    version: int
    endonym: str  # the language's name in itself
    locale: str  # of CLDR: how days, digits and lists are written
    reviewed: bool  # by a sworn translator; what nobody has reviewed says so
    categories: Mapping[str, str]
    purposes: Mapping[str, str]
    sentences: Mapping[str, str]  # by their English

    @property
    def unreviewed(self) -> str:
        """Return in this language that nobody has reviewed it yet."""
        message = unreviewed(self.tag)
        return self.sentences.get(message, message)

    def long_day(self, day: date) -> str:
        """Return a day in full, as people write it."""
        return own_digits(str(format_date(day, "long", self.locale)), self.locale)


def unreviewed(tag: str) -> str:
    """Return the sentence that says so of a text in this language."""
    return PLAIN if tag.endswith("-simple") else TRANSLATED


def own_digits(told: str, locale: str) -> str:
    """Return a text with its digits as the language writes them."""
    zero = _ZEROS.get(Locale.parse(locale).default_numbering_system, ord("0"))
    return "".join(chr(zero + int(each)) if each in "0123456789" else each for each in told)
