"""Say things in the client's language, and beside it in the reader's where that is another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from caseflow.http.her_languages import named_in_themselves
from caseflow.http.language import gettext, language
from caseflow.http.papers.unreviewed import unreviewed
from caseflow.http.papers.voice import Voice
from caseflow.paper import isolated
from caseflow.vocabulary.configuration import Configuration, ConsentText
from caseflow.vocabulary.questions.labels import in_language

W = TypeVar("W", bound=str)

TEMPLATE = "sharing"
OUTSIDE = "disclosure"  # the form of a consent that names a partner


@dataclass(frozen=True, slots=True)
class Said:
    """Words in her language, and in ours; ours is empty where both are the same."""

    hers: str
    ours: str


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point of the form."""

    key: str
    heading: Said
    text: Said


@dataclass(frozen=True, slots=True)
class BothLanguages:
    """A consent form as client and desk read it together."""

    text: ConsentText  # in her language
    beside: ConsentText | None  # the same version in the reader's, where that is another
    voice: Voice  # hers
    reader: str  # the reader's language

    @property
    def language(self) -> str:
        """Return the client's language."""
        return self.text.language

    @property
    def direction(self) -> str:
        """Return in which direction she reads: `ltr` or `rtl`."""
        return self.voice.direction

    @property
    def unreviewed(self) -> Said | None:
        """Return that nobody has reviewed the translation yet, where it has to be said."""
        reviewed = self.text.reviewed and self.voice.reviewed
        return None if reviewed else self.sentence(unreviewed(self.language))

    def points(self) -> list[Point]:
        """Return the points of the form in their order."""
        ours = {each.key: each for each in self.beside.paragraphs} if self.beside else {}
        return [
            Point(
                each.key,
                Said(each.heading, ours[each.key].heading if each.key in ours else ""),
                Said(each.text, ours[each.key].text if each.key in ours else ""),
            )
            for each in self.text.paragraphs
        ]

    def notices(self) -> dict[str, Said]:
        """Return what she must have been told."""
        ours = self.beside.notices if self.beside else {}
        return {
            notice.value: Said(told, ours.get(notice, ""))
            for notice, told in self.text.notices.items()
        }

    def label(self, labels: Mapping[str, str]) -> Said:
        """Return a label of the configuration in both languages."""
        hers = in_language(labels, self.language)
        ours = in_language(labels, self.reader)
        return Said(hers, "" if ours == hers else ours)

    def sentence(self, message: str, /, **values: str) -> Said:
        """Return a sentence of the pages in both languages, where there is hers.

        What is put into it is a name, which neither language turns around.
        """
        named = {key: isolated(value) for key, value in values.items()}
        ours = gettext(message, **named)
        hers = self.voice.say(message, **named) if self.voice.has(message) else ours
        return Said(hers, "" if ours == hers else ours)

    def day(self, day: date) -> Said:
        """Return a day as both write it."""
        hers, ours = self.voice.day(day), Voice(language(), self.voice.configuration).day(day)
        return Said(hers, "" if ours == hers else ours)

    def choices(self, named: Mapping[W, str]) -> list[tuple[str, Said]]:
        """Return words that she chooses from."""
        return [(str(word), self.sentence(name)) for word, name in named.items()]


def both_languages(
    configuration: Configuration,
    chosen: str,
    version: int | None = None,
    template: str = TEMPLATE,
) -> BothLanguages | None:
    """Return the form in the chosen language, the newest or this version; None if missing."""
    text = configuration.consent_text(template, chosen, version)
    if text is None:
        return None
    reader = language()
    # Whoever reads it to her must not read her another version than the one that is recorded.
    known = configuration.consent_text(template, reader, text.version)
    ours = None if reader == chosen else known
    return BothLanguages(text, ours, Voice(chosen, configuration), reader)


def template_of(typed: Mapping[str, object]) -> str:
    """Return which form it is: the one between units, or the one that names a partner."""
    return OUTSIDE if typed.get("outside") else TEMPLATE


def text_languages(configuration: Configuration, template: str = TEMPLATE) -> Mapping[str, str]:
    """Return the languages in which there is a form, each named in itself."""
    found = (text.language for text in configuration.texts if text.template == template)
    return named_in_themselves(found, configuration)
