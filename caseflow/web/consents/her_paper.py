"""Choose the language of what the printer prints for her from a page."""

from dataclasses import dataclass

from caseflow.http import current
from caseflow.http.language import language
from caseflow.http.papers.voice import Voice, spoken_to_her
from caseflow.vocabulary.tongues import unreviewed


@dataclass(frozen=True, slots=True)
class Line:
    """A line in one language."""

    text: str
    language: str
    direction: str


def hers_in(chosen: str) -> str:
    """Return the chosen language; where none is, or none that she can be written to in, ours."""
    return chosen if chosen in spoken_to_her(current.work().configuration) else language()


def printed_unreviewed(hers: Voice) -> list[Line]:
    """Return that nobody has reviewed the translation, in her language and in ours."""
    if hers.reviewed:
        return []
    message, ours = unreviewed(hers.language), Voice(language(), hers.configuration)
    return [Line(each.say(message), each.language, each.direction) for each in (hers, ours)]
