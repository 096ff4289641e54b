"""Say a thing in the client's language, and beside it in the reader's where that is another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from caseflow.http import current
from caseflow.http.language import gettext, language
from caseflow.http.papers.voice import Voice
from caseflow.paper import isolated
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.tongues import unreviewed
from caseflow.web.consents.her_paper import hers_in

W = TypeVar("W", bound=str)


@dataclass(frozen=True, slots=True)
class Said:
    """Words in her language, and in ours; ours is empty where both are the same."""

    hers: str
    ours: str


@dataclass(frozen=True, slots=True)
class TwoVoices:
    """Both languages at the desk."""

    voice: Voice  # hers
    reader: str  # the reader's language

    @property
    def language(self) -> str:
        """Return the client's language."""
        return self.voice.language

    @property
    def direction(self) -> str:
        """Return in which direction she reads: `ltr` or `rtl`."""
        return self.voice.direction

    @property
    def reviewed(self) -> bool:
        """Say whether somebody has reviewed all that she reads."""
        return self.voice.reviewed

    @property
    def unreviewed(self) -> Said | None:
        """Return that nobody has reviewed the translation yet, where it has to be said."""
        return None if self.reviewed else self.sentence(unreviewed(self.language))

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


def two_voices(spoken: str) -> TwoVoices:
    """Return hers and the reader's; where hers is not known any more, the reader's alone."""
    return TwoVoices(Voice(hers_in(spoken), current.work().configuration), language())
