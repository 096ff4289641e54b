"""Speak one language: that of a reader, or one that is chosen for a paper whatever she speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from babel.dates import format_date
from babel.support import NullTranslations, Translations

from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.questions.labels import in_language

_SOURCE = "en"  # what the sentences are written in
_FOLDER = Path(str(files("caseflow.http"))) / "translations"


@dataclass(frozen=True, slots=True)
class Voice:
    """One language, and how the provider calls things in it."""

    language: str
    configuration: Configuration = field(repr=False)

    def say(self, message: str, /, **values: str) -> str:
        """Return a sentence with its values put in."""
        told = _sentences(self.language).gettext(message)
        return told % values if values else told

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
        return str(format_date(day, "medium", self._locale))

    def month(self, day: date) -> str:
        """Return a month as people write it."""
        return str(format_date(day, "LLLL y", self._locale))

    @property
    def _locale(self) -> str:
        return {"de": "de_DE", _SOURCE: "en_GB"}.get(self.language, self.language)


def spoken(configuration: Configuration) -> tuple[str, ...]:
    """Return the languages of the provider that there are sentences in."""
    return tuple(
        each for each in configuration.languages if each == _SOURCE or _file(each).is_file()
    )


@cache
def _sentences(language: str) -> NullTranslations:
    return Translations.load(_FOLDER, [language])


def _file(language: str) -> Path:
    return _FOLDER / language / "LC_MESSAGES" / "messages.mo"
