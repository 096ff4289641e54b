"""Speak one language: that of a reader, or one that is chosen for a paper whatever she speaks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from babel.support import NullTranslations, Translations

from caseflow.paper import language_rightwards
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.tongues import Tongue, own_digits

_SOURCE = "en"  # what the sentences are written in
_FOLDER = Path(str(files("caseflow.http"))) / "translations"


@dataclass(frozen=True, slots=True)
class Voice:
    """One language, and how the provider calls things in it."""

    language: str
    configuration: Configuration = field(repr=False)

    def say(self, message: str, /, **values: str) -> str:
        """Return a sentence with its values put in; one that is missing, as the pages have it."""
        tongue = self._tongue
        if tongue is not None and message in tongue.sentences:
            told = tongue.sentences[message]
        else:
            told = _sentences(self.language.partition("-")[0]).gettext(message)
        return told % values if values else told

    def has(self, message: str) -> bool:
        """Say whether there is this sentence in the language."""
        if self._tongue is None:
            return self.language in spoken(self.configuration)
        return message in self._tongue.sentences

    @property
    def reviewed(self) -> bool:
        """Say whether a sworn translator has reviewed the sentences, or nobody had to."""
        return self._tongue is None or self._tongue.reviewed

    @property
    def of_the_house(self) -> str:
        """Return the language that questions and their options are read in: one of the pages."""
        if self._tongue is None:
            return self.language
        near, pages = self.language.partition("-")[0], self.configuration.languages
        return near if near in pages else pages[0]

    @property
    def direction(self) -> str:
        """Return in which direction the language is read: `ltr` or `rtl`."""
        return "ltr" if language_rightwards(self.language) else "rtl"

    def label(self, labels: Mapping[str, str]) -> str:
        """Return the label in this language."""
        return in_language(labels, self.language)

    def category_name(self, key: str) -> str:
        """Return what a category is called; one that is not known any more by its key."""
        found = self.configuration.categories.get(key)
        return key if found is None else self.label(found.labels)

    def purpose(self, key: str) -> str:
        """Return what something is told for; one that is no longer offered by its key."""
        found = self.configuration.purposes.get(key)
        return key.replace("_", " ") if found is None else self.label(found.labels)

    def day(self, day: date) -> str:
        """Return a day as people write it."""
        long = "medium" if self._tongue is None else "long"
        return self._digits(str(format_date(day, long, self._locale)))

    def month(self, day: date) -> str:
        """Return a month as people write it."""
        return self._digits(str(format_date(day, "LLLL y", self._locale)))

    def moment(self, instant: datetime) -> str:
        """Return day and time of an instant, in the provider's time zone."""
        here = instant.astimezone(self.configuration.zone)
        if self._tongue is None:
            return str(format_datetime(here, "medium", locale=self._locale))
        together = str(Locale.parse(self._locale).datetime_formats["medium"])
        time = self._digits(str(format_time(here, "short", locale=self._locale)))
        return together.replace("{0}", time).replace("{1}", self.day(here.date()))

    def count(self, number: int) -> str:
        """Return a number in the digits of the language."""
        return self._digits(str(number))

    def listed(self, items: Collection[str]) -> str:
        """Return things one after the other, as the language strings them together."""
        if self._tongue is None:
            return ", ".join(items)
        return str(format_list(list(items), locale=self._locale))

    @property
    def _tongue(self) -> Tongue | None:
        return self.configuration.tongues.get(self.language)

    @property
    def _locale(self) -> str:
        if self._tongue is not None:
            return self._tongue.locale
        return {"de": "de_DE", _SOURCE: "en_GB"}.get(self.language, self.language)

    def _digits(self, told: str) -> str:
        return own_digits(told, self._locale)


def spoken(configuration: Configuration) -> tuple[str, ...]:
    """Return the languages of the provider that there are sentences in."""
    return tuple(
        each for each in configuration.languages if each == _SOURCE or _file(each).is_file()
    )


def spoken_to_her(configuration: Configuration) -> tuple[str, ...]:
    """Return the languages in which a client can be written to: more than the pages speak."""
    return tuple(dict.fromkeys((*spoken(configuration), *configuration.tongues)))


@cache
def _sentences(language: str) -> NullTranslations:
    return Translations.load(_FOLDER, [language])


def _file(language: str) -> Path:
    return _FOLDER / language / "LC_MESSAGES" / "messages.mo"
