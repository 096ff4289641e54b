"""One client's way: the verbs that her chapters are made of, in the order of their days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING
from uuid import UUID

from caseflow.cli.demo.chapters import Aim, Allowed, Chapter, HandedOn
from caseflow.cli.demo.stage import Player, must
from caseflow.consents import Declaration, Form, Offer, record_consent
from caseflow.exceptions import Danger, declare_emergency
from caseflow.handovers import Slip, accept_handover, send_handover
from caseflow.records import (
    Approved,
    Draft,
    Told,
    create_client,
    open_intake,
    save_intake,
    set_goal,
    write_entry,
    write_progress,
    write_summary,
)
from caseflow.vocabulary.states import DeclarationForm, FactState, Notice

if TYPE_CHECKING:
    from caseflow.cli.demo.chapters import Alarmed, Written
    from caseflow.cli.demo.story_clock import StoryClock

Arrival = Callable[[Chapter, Player, UUID], object]  # the chapter, who works with her, her id
_MORNING = 9


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done at an hour of a day."""

    day: int
    do: Callable[[Player], object]
    hour: int = _MORNING


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a staff member does on a day of the story."""

    day: int
    hour: int
    person: str
    unit: str
    do: Callable[[Player], object]


class Way:
    """A client on her way; what she is known by from one event to the next is kept here."""

    def __init__(
        self,
        chapters: tuple[Chapter, ...],
        units: dict[str, UUID],
        clock: "StoryClock",
        arrived: Arrival,
    ) -> None:
        self._chapters = chapters
        self._units = units
        self._clock = clock
        self._arrived = arrived
        self._goals: dict[Aim, UUID] = {}
        self._handover: UUID | None = None
        self._client: UUID | None = None
        self._consent: UUID | None = None  # the one recorded last

    def events(self) -> list[Event]:
        """Return all that happens, chapter by chapter."""
        return [event for chapter in self._chapters for event in self._chapter(chapter)]

    def reached(self) -> tuple[UUID, UUID]:
        """Return her id and the consent that was recorded last; she has arrived by one."""
        assert self._consent is not None  # noqa: S101 - the way is walked
        return self._known, self._consent

    def _chapter(self, chapter: Chapter) -> Iterator[Event]:
        parts = (self._written(chapter), self._goals_of(chapter), self._leaving(chapter))
        deeds = [Deed(chapter.arrives, partial(self._arrive, chapter)), *chain(*parts)]
        for deed in deeds:
            yield Event(deed.day, deed.hour, chapter.person, chapter.unit, deed.do)

    def _written(self, chapter: Chapter) -> Iterator[Deed]:
        for entry in chapter.entries:
            yield Deed(entry.day, partial(self._write, entry))
        for paragraph in chapter.summary:
            approved = Approved(paragraph.category, paragraph.text)
            yield Deed(paragraph.day, partial(self._approve, approved))

    def _goals_of(self, chapter: Chapter) -> Iterator[Deed]:
        for goal in chapter.goals:
            yield Deed(goal.day, partial(self._aim, goal))
            for step in goal.steps:
                yield Deed(step.day, partial(self._go, goal, step.text))

    def _leaving(self, chapter: Chapter) -> Iterator[Deed]:
        if chapter.consent is not None:
            yield Deed(chapter.consent.day, partial(self._allow, chapter.consent))
        if chapter.handover is not None:
            yield Deed(chapter.handover.day, partial(self._hand_on, chapter.handover))
        if chapter.emergency is not None:
            alarmed = chapter.emergency
            yield Deed(alarmed.day, partial(self._alarm, alarmed), alarmed.hour)

    def _arrive(self, chapter: Chapter, player: Player) -> None:
        """Open her case, and ask her what the unit does not know yet."""
        if self._handover is None:
            client = must(player.try_to(create_client, {}, anonymous=chapter.anonymous)).id
        else:
            accepted = must(player.try_to(accept_handover, self._handover))
            client = accepted.client or self._known
        self._client = client
        self._arrived(chapter, player, client)
        told: dict[str, Told] = {
            key: Told(FactState.ANSWERED, value) for key, value in chapter.facts.items()
        }
        told |= {key: Told(FactState.WITHHELD) for key in chapter.withheld}
        told |= {key: Told(FactState.UNKNOWN) for key in chapter.unknown}
        form = must(player.try_to(open_intake, client))
        confirmed = {each.question for each in form.questions if each.still_true_asked} - set(told)
        must(player.try_to(save_intake, client, told, confirmed))

    @property
    def _known(self) -> UUID:
        """Return her id; every event comes after her arrival."""
        assert self._client is not None  # noqa: S101 - explained in the line above
        return self._client

    def _write(self, entry: "Written", player: Player) -> None:
        day = f"{self._clock.day(entry.day):%d.%m.%Y}"
        draft = Draft(entry.category, day, entry.kind, {"title": entry.title, "text": entry.text})
        must(player.try_to(write_entry, self._known, draft))

    def _aim(self, goal: Aim, player: Player) -> None:
        self._goals[goal] = must(player.try_to(set_goal, self._known, goal.title)).id

    def _go(self, goal: Aim, text: str, player: Player) -> None:
        must(player.try_to(write_progress, self._goals[goal], text))

    def _approve(self, paragraph: Approved, player: Player) -> None:
        must(player.try_to(write_summary, self._known, paragraph))

    def _allow(self, allowed: Allowed, player: Player) -> None:
        to_unit, today = self._units[allowed.to_unit], self._clock.day(allowed.day)
        declared = Declaration(
            offer=Offer(
                from_units=frozenset(self._units[slug] for slug in allowed.from_units),
                to_units=frozenset({to_unit}),
                categories=frozenset(allowed.categories),
                purposes=frozenset({"case_work"}),
                actions=frozenset({"view"}),
                refused=frozenset((to_unit, category) for category in allowed.refused),
            ),
            valid_from=today,
            valid_until=today + timedelta(days=allowed.days),
            template="sharing",
            language="de",
            notices=frozenset(Notice),
            form=Form(DeclarationForm.SIGNED_PAPER),
        )
        self._consent = must(player.try_to(record_consent, self._known, declared)).id

    def _hand_on(self, handed: HandedOn, player: Player) -> None:
        # A slip without a consent says nothing of who she is, so it has no note either.
        consent = self._consent if handed.note else None
        slip = Slip(handed.urgency, list(handed.languages), handed.children, handed.note)
        to_unit = self._units[handed.to_unit]
        self._handover = must(player.try_to(send_handover, self._known, to_unit, consent, slip))

    def _alarm(self, alarmed: "Alarmed", player: Player) -> None:
        danger = Danger(alarmed.danger, alarmed.threatened, alarmed.why_no_other_way)
        needed = frozenset(alarmed.categories)
        must(player.try_to(declare_emergency, self._known, danger, needed))
