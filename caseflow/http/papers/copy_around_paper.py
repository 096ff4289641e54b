"""Write what belongs to a client's copy beside the pieces of her record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from caseflow.http.language import mark
from caseflow.http.papers.copy_words import CONSENTS, HANDOVERS, LEFT_OUT, answer_said
from caseflow.http.papers.voice import Voice
from caseflow.paper import Bullets, Heading, Paragraph, Piece, Table, isolated
from caseflow.vocabulary.clock import local_day

Copy: TypeAlias = Mapping[str, Any]

_CONSENTS = mark("Your consents")
_GIVEN = mark("Given on %(day)s at %(unit)s, last day %(last)s: %(state)s")
_PART = mark("From %(givers)s to %(receivers)s: %(categories)s. What for: %(purposes)s")
_REFUSED_PART = mark("No to %(category)s for %(unit)s")
_TAKEN_BACK = mark("Taken back on %(day)s: %(category)s from %(unit)s")
_REFUSALS = mark("Your refusals")
_REFUSAL = mark("On %(day)s you said no: nothing of %(categories)s to %(units)s")
_HANDOVERS = mark("Handovers sent")
_HANDOVER = mark("On %(day)s to %(unit)s: %(state)s")
_DISCLOSURES = mark("What was told to organisations outside")
_TOLD = mark("On %(day)s to %(partner)s: %(categories)s. What for: %(purpose)s")
_RETOLD = {
    "told": mark(
        "On %(day)s part of it was corrected or erased; the organisation was told so on %(told)s."
    ),
    "not_told": mark(
        "On %(day)s part of it was corrected or erased; the organisation was not told so, because "
        "that was impossible or took too much effort."
    ),
    None: mark(
        "On %(day)s part of it was corrected or erased; the organisation is still to be told so."
    ),
}
_ACCESSES = mark("Who has seen what")
_ACCESS_HEAD = (mark("Day"), mark("Unit"), mark("About"), mark("What for"))
_OTHERS = mark("What others opened to this unit; ask them for a copy")
_OTHER = mark("%(category)s from %(unit)s")
_NOTHING = mark("Nothing.")


def around(copy: Copy, voice: Voice, units: Mapping[str, str]) -> Iterator[Piece]:
    """Yield the pieces of the paper."""
    writer = _Around(voice, units)
    yield from writer.part(_CONSENTS, copy["consents"], writer.consent)
    yield from writer.listed(_REFUSALS, map(writer.refusal, copy["refusals"]))
    yield from writer.listed(_HANDOVERS, map(writer.handover, copy["handovers_sent"]))
    yield from writer.part(_DISCLOSURES, copy.get("disclosures", ()), writer.disclosure)
    yield Heading(voice.say(_ACCESSES), 2)
    yield writer.accesses(copy["accesses"])
    yield from writer.listed(_OTHERS, map(writer.other, copy["opened_by_others"]))


@dataclass(frozen=True, slots=True)
class _Around:
    """Writes them in one language."""

    voice: Voice
    units: Mapping[str, str]

    def part(self, head: str, found: Iterable[Copy], write: Any) -> Iterator[Piece]:  # noqa: ANN401 - one of its own
        yield Heading(self.voice.say(head), 2)
        pieces = [piece for each in found for piece in write(each)]
        yield from pieces or [Paragraph(self.voice.say(_NOTHING))]

    def listed(self, head: str, found: Iterable[str]) -> Iterator[Piece]:
        yield Heading(self.voice.say(head), 2)
        items = tuple(found)
        yield Bullets(items) if items else Paragraph(self.voice.say(_NOTHING))

    def consent(self, said: Copy) -> Iterator[Piece]:
        yield Paragraph(
            self.voice.say(
                _GIVEN,
                day=self._instant(said["recorded_at"]),
                unit=self._unit(said["recorded_in"]),
                last=self._day(said["last_day"]),
                state=self.voice.say(CONSENTS[said["state"]]),
            )
        )
        parts = [line for each in said["parts"] for line in self._part(each)]
        yield Bullets((*parts, *map(self._taken_back, said["taken_back"])))

    def refusal(self, said: Copy) -> str:
        return self.voice.say(
            _REFUSAL,
            day=self._instant(said["recorded_at"]),
            categories=self._categories(said["categories"]),
            units=self._receivers(said),
        )

    def handover(self, said: Copy) -> str:
        return self.voice.say(
            _HANDOVER,
            day=self._instant(said["sent_at"]),
            unit=self._unit(said["to_unit"]),
            state=self.voice.say(HANDOVERS[said["state"]]),
        )

    def disclosure(self, said: Copy) -> Iterator[Piece]:
        yield Paragraph(
            self.voice.say(
                _TOLD,
                day=self._instant(said["told_at"]),
                partner=isolated(said["partner"]),
                categories=self._categories(said["categories"]),
                purpose=self.voice.purpose(said["purpose"]),
            )
        )
        lines = (*map(self._told_entry, said["entries"]), *map(self._told_answer, said["answers"]))
        yield Bullets(lines)
        yield from self._overtaken(said)

    def accesses(self, found: Iterable[Copy]) -> Piece:
        rows = tuple(map(self._access, found))
        head = tuple(map(self.voice.say, _ACCESS_HEAD))
        return Table(head, rows, (3, 4, 6, 4)) if rows else Paragraph(self.voice.say(_NOTHING))

    def other(self, said: Copy) -> str:
        category, unit = self.voice.category_name(said["category"]), self._unit(said["unit"])
        return self.voice.say(_OTHER, category=category, unit=unit)

    def _overtaken(self, said: Copy) -> Iterator[Piece]:
        """Yield whether the organisation knows what stands otherwise now (Art. 19 GDPR)."""
        if said["overtaken_at"] is not None:
            retold_at = said["retold_at"]
            told = "" if retold_at is None else self._instant(retold_at)
            day = self._instant(said["overtaken_at"])
            yield Paragraph(self.voice.say(_RETOLD[said["retold"]], day=day, told=told))

    def _told_entry(self, said: Copy) -> str:
        words = said["text"] if not said["redacted"] else self.voice.say(LEFT_OUT)
        title = f"{said['title']}: " if said["title"] else ""
        return f"{self._day(said['occurred_on'])}: {isolated(title + words)}"

    def _told_answer(self, said: Copy) -> str:
        question, told = answer_said(said, self.voice)
        return f"{isolated(question)}: {isolated(told)}"

    def _access(self, said: Copy) -> tuple[str, ...]:
        return (
            self._day(said["on"]),
            self._unit(said["unit"]),
            self._categories(said["categories"]) or "–",
            self.voice.purpose(said["purpose"]),
        )

    def _part(self, said: Copy) -> Iterator[str]:
        yield self.voice.say(
            _PART,
            givers=self._units(said["from_units"]),
            receivers=self._receivers(said),
            categories=self._categories(said["categories"]),
            purposes=self.voice.listed(tuple(map(self.voice.purpose, said["purposes"]))),
        )
        for no in said["refused"]:
            category, unit = self.voice.category_name(no["category"]), self._receiver(no)
            yield self.voice.say(_REFUSED_PART, category=category, unit=unit)

    def _taken_back(self, said: Copy) -> str:
        return self.voice.say(
            _TAKEN_BACK,
            day=self._instant(said["at"]),
            category=self.voice.category_name(said["category"]),
            unit=self._receiver(said),
        )

    def _receivers(self, said: Copy) -> str:
        """Return the units that may know, or the organisation outside."""
        outside = [isolated(said["partner"])] if said.get("partner") else []
        return self.voice.listed([*map(self._unit, said["to_units"]), *outside])

    def _receiver(self, said: Copy) -> str:
        partner = said.get("partner")
        return isolated(partner) if partner else self._unit(said["to_unit"])

    def _unit(self, slug: str) -> str:
        return isolated(self.units.get(slug, slug))

    def _units(self, slugs: Iterable[str]) -> str:
        return self.voice.listed(tuple(map(self._unit, slugs)))

    def _categories(self, keys: Iterable[str]) -> str:
        return self.voice.listed(tuple(map(self.voice.category_name, keys)))

    def _day(self, day: str) -> str:
        return self.voice.day(date.fromisoformat(day))

    def _instant(self, at: str) -> str:
        day = local_day(datetime.fromisoformat(at), self.voice.configuration.zone)
        return self.voice.day(day)
