"""Write on a client's copy what she says against a piece, and what stood there before."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice
from caseflow.paper import Paragraph
from caseflow.vocabulary.states import CorrectionOutcome

_SAID = mark("You said on %(day)s that this is not so")
_REPLY = mark("Our answer")
_BEFORE = mark("What stood here before, approved on %(day)s")
_ENDED: Mapping[str, str] = MappingProxyType(
    {
        CorrectionOutcome.CHANGED: mark("It has been changed since then"),
        CorrectionOutcome.TAKEN_BACK: mark("You have taken this back"),
    }
)


def her_words(found: Iterable[Mapping[str, Any]], voice: Voice) -> Iterator[Paragraph]:
    """Yield what she said against a piece, how it ended, and what was answered."""
    for each in found:
        yield Paragraph(voice.say(_SAID, day=_day(each["said_on"], voice)), quiet=True)
        yield Paragraph(each["text"])
        if each["outcome"] in _ENDED:
            yield Paragraph(voice.say(_ENDED[each["outcome"]]), quiet=True)
        if each["reply"]:
            yield Paragraph(voice.say(_REPLY), quiet=True)
            yield Paragraph(each["reply"])


def stood_before(found: Iterable[Mapping[str, Any]], voice: Voice) -> Iterator[Paragraph]:
    """Yield what stood in a paragraph of the summary before."""
    for each in found:
        yield Paragraph(voice.say(_BEFORE, day=_day(each["approved_on"], voice)), quiet=True)
        yield Paragraph(each["text"])


def _day(day: str, voice: Voice) -> str:
    return voice.day(date.fromisoformat(day))
