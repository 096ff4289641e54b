"""Write the copy that a client gets of what a unit holds of her, from the one made as JSON.

What was left out of that is left out of this: nothing else is at hand here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from caseflow.http.language import mark
from caseflow.http.papers.copy_appointments import APPOINTMENTS, appointment
from caseflow.http.papers.copy_around_paper import around
from caseflow.http.papers.copy_words import DOCUMENTS, GOALS, KINDS, LEFT_OUT, answer_said
from caseflow.http.papers.copy_words_of_hers import her_words, stood_before
from caseflow.http.papers.unreviewed import said_unreviewed
from caseflow.http.papers.voice import Voice
from caseflow.paper import Bullets, Document, Heading, Paragraph, Piece, Table, isolated
from caseflow.vocabulary.clock import local_day

Copy: TypeAlias = Mapping[str, Any]

TITLE = mark("Copy")  # of the file: says nothing of anybody
_HEAD = mark("Copy of what we keep of you")
_INTRO = mark(
    "%(unit)s of %(provider)s gives you a copy of what it keeps of you itself (Art. 15 and 20 of "
    "the General Data Protection Regulation). As of %(day)s. Your code: %(code)s"
)
_REDACTED = mark("Left out where it says so: what may speak of other persons.")
_AS_WRITTEN = mark("Questions, and what was written down, stand here as they were written.")
_SUMMARY = mark("Summary that you have approved")
_ENTRIES = mark("Entries")
_ANSWERS = mark("Answers")
_ANSWERS_HEAD = (mark("Question"), mark("Answer"), mark("Said on"))
_GOALS = mark("Goals")
_DOCUMENTS = mark("Documents; their files are given to you apart")
_DAMAGED = mark("Pieces that can be read no more: %(count)s.")
_NOTHING = mark("Nothing.")


def copy_paper(copy: Copy, voice: Voice, units: Mapping[str, str]) -> Document:
    """Return the paper; `units` are the names of units by their slugs."""
    zone = voice.configuration.zone
    made_on = local_day(datetime.fromisoformat(copy["made_at"]), zone)
    intro = voice.say(
        _INTRO,
        unit=isolated(units.get(copy["unit"], copy["unit"])),
        provider=isolated(copy["provider"]),
        day=voice.day(made_on),
        code=isolated(copy["client"]["code"]),
    )
    pieces = (
        Heading(voice.say(_HEAD)),
        *said_unreviewed(voice),
        Paragraph(intro),
        Paragraph(voice.say(_REDACTED), quiet=True),
        *_as_written(voice),
        *_held(copy, _Writer(voice)),
        *around(copy, voice, units),
    )
    return Document(voice.say(TITLE), voice.language, made_on, pieces)


def _as_written(voice: Voice) -> Iterator[Paragraph]:
    """Yield that not all of it is in her language, where hers is none of the pages."""
    if voice.of_the_house != voice.language:
        yield Paragraph(voice.say(_AS_WRITTEN), quiet=True)


def _held(copy: Copy, writer: "_Writer") -> Iterator[Piece]:
    yield from writer.part(_SUMMARY, map(writer.paragraph, copy["summary"]))
    yield from writer.part(_ENTRIES, map(writer.entry, copy["entries"]))
    yield from writer.part(_ANSWERS, [writer.answers(copy["answers"])] if copy["answers"] else [])
    yield from writer.part(_GOALS, map(writer.goal, copy["goals"]))
    yield from writer.part(_DOCUMENTS, map(writer.document, copy["documents"]))
    yield from writer.part(APPOINTMENTS, map(writer.appointment, copy["appointments"]))
    if copy["damaged"]:
        yield Paragraph(writer.voice.say(_DAMAGED, count=writer.voice.count(len(copy["damaged"]))))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the pieces of a record in one language."""

    voice: Voice

    def part(self, head: str, found: Iterable[Iterable[Piece]]) -> Iterator[Piece]:
        yield Heading(self.voice.say(head), 2)
        pieces = [piece for each in found for piece in each]
        yield from pieces or [Paragraph(self.voice.say(_NOTHING))]

    def paragraph(self, said: Copy) -> Iterator[Piece]:
        yield self._where(said, said["approved_on"])
        yield Paragraph(said["text"])
        yield from her_words(said["not_so"], self.voice)
        yield from stood_before(said["before"], self.voice)

    def entry(self, said: Copy) -> Iterator[Piece]:
        yield self._where(said, said["occurred_on"], self.voice.say(KINDS[said["kind"]]))
        if said["redacted"]:
            yield Paragraph(self.voice.say(LEFT_OUT))
        else:
            yield Heading(said["title"] or "–", 3)
            yield Paragraph(said["text"] or "–")
        yield from her_words(said["not_so"], self.voice)

    def answers(self, said: Collection[Copy]) -> Iterator[Piece]:
        head = tuple(map(self.voice.say, _ANSWERS_HEAD))
        yield Table(head, tuple(map(self._answer, said)), (5, 6, 3))
        for each in said:
            if each["not_so"]:
                yield Heading(self._answer(each)[0], 3)
                yield from her_words(each["not_so"], self.voice)

    def goal(self, said: Copy) -> Iterator[Piece]:
        yield self._where(said, said["set_on"], self.voice.say(GOALS[said["state"]]))
        yield Heading(said["title"], 3)
        if said["steps"]:
            yield Bullets(tuple(map(self._step, said["steps"])))

    def document(self, said: Copy) -> Iterator[Piece]:
        yield self._where(said, said["dated"], self.voice.say(DOCUMENTS[said["kind"]]))
        yield Paragraph(self.voice.say(LEFT_OUT) if said["redacted"] else said["title"])

    def appointment(self, said: Copy) -> Iterator[Piece]:
        yield from appointment(said, self.voice)

    def _where(self, said: Copy, day: str, *more: str) -> Paragraph:
        words = (self._day(day), *more, self.voice.category_name(said["category"]))
        return Paragraph(" · ".join(words), quiet=True)

    def _answer(self, said: Copy) -> tuple[str, str, str]:
        question, told = answer_said(said, self.voice)
        return question, told, self._day(said["told_on"])

    def _step(self, said: Copy) -> str:
        text = self.voice.say(LEFT_OUT) if said["redacted"] else isolated(said["text"])
        return f"{self._day(said['occurred_on'])}: {text}"

    def _day(self, day: str) -> str:
        return self.voice.day(date.fromisoformat(day))
