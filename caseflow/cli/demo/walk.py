"""Walk one client's way through all units and measure it, each number from what a verb answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from caseflow.cli.demo.chapters import Chapter, read_way
from caseflow.cli.demo.measure_step import Step, measure_step
from caseflow.cli.demo.people import OFFICER, OVERSIGHT, email_of
from caseflow.cli.demo.stage import must
from caseflow.cli.demo.tell_story import play, way_of
from caseflow.cli.demo.withdraw_and_look import Withdrawal, withdraw_and_look
from caseflow.oversight import verify_log, who_saw_client

if TYPE_CHECKING:
    from caseflow.cli.demo.stage import Player, Stage
    from caseflow.cli.demo.story_clock import StoryClock
    from caseflow.oversight import LogLine, Report

Chapters = tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Walked:
    """What the walk has shown."""

    steps: tuple[Step, ...]
    withdrawal: Withdrawal
    looks: "tuple[LogLine, ...]"  # accesses to her that the log lists for the officer
    report: "Report"  # on the whole log


def walk(
    stage: "Stage",
    clock: "StoryClock",
    change: Callable[[Chapters], Chapters] = lambda chapters: chapters,
    told: Callable[[Step], object] = lambda _step: None,
) -> Walked:
    """Live the story, changed if she decides otherwise; `told` hears of each step at once."""
    steps: list[Step] = []

    def arrived(chapter: Chapter, player: "Player", client: UUID) -> None:
        steps.append(measure_step(stage, chapter, player, client))
        told(steps[-1])

    chapters = change(read_way(clock.day))
    way = way_of(stage, clock, chapters, arrived)
    play(stage, clock, way.events())
    player = stage.enter(email_of(chapters[-1].person), chapters[-1].unit)
    client, consent = way.reached()
    withdrawal = withdraw_and_look(stage, player, client, consent, chapters[-1].unit)
    player.leave()
    officer = stage.enter(OFFICER.email, OVERSIGHT)
    looks = tuple(_looks(officer, client))
    report = must(officer.try_to(verify_log))
    officer.leave()
    return Walked(tuple(steps), withdrawal, looks, report)


def _looks(officer: "Player", client: UUID) -> "Iterator[LogLine]":
    page = must(officer.try_to(who_saw_client, str(client)))
    yield from page.lines
    while page.next is not None:
        page = must(officer.try_to(who_saw_client, str(client), page.next))
        yield from page.lines
