"""Show the form of a consent in the client's language, and beside it in the reader's."""

from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import override

from caseflow.http.her_languages import named_in_themselves
from caseflow.http.language import language
from caseflow.http.papers.voice import Voice
from caseflow.vocabulary.configuration import Configuration, ConsentText
from caseflow.web.consents.two_voices import Said, TwoVoices

TEMPLATE = "sharing"
OUTSIDE = "disclosure"  # the form of a consent that names a partner


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point of the form."""

    key: str
    heading: Said
    text: Said


@dataclass(frozen=True, slots=True)
class BothLanguages(TwoVoices):
    """A consent form as client and desk read it together."""

    text: ConsentText  # in her language
    beside: ConsentText | None  # the same version in the reader's, where that is another

    @property
    @override
    def reviewed(self) -> bool:
        """Say whether text and sentences have been reviewed."""
        return self.text.reviewed and self.voice.reviewed

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
    return BothLanguages(Voice(chosen, configuration), reader, text, ours)


def template_of(typed: Mapping[str, object]) -> str:
    """Return which form it is: the one between units, or the one that names a partner."""
    return OUTSIDE if typed.get("outside") else TEMPLATE


def text_languages(configuration: Configuration, template: str = TEMPLATE) -> Mapping[str, str]:
    """Return the languages in which there is a form, each named in itself."""
    found = (text.language for text in configuration.texts if text.template == template)
    return named_in_themselves(found, configuration)
