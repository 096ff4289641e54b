"""Live the stories of the demo in the order of their days."""

from collections.abc import Iterable
from itertools import groupby

from caseflow.cli.demo.chapters import Chapter, read_others, read_way
from caseflow.cli.demo.people import email_of
from caseflow.cli.demo.stage import Stage
from caseflow.cli.demo.story_clock import StoryClock
from caseflow.cli.demo.way import Arrival, Event, Way
from caseflow.identity import list_units


def tell_story(stage: Stage, clock: StoryClock) -> None:
    """Live all stories."""
    ways = (read_way(clock.day), *read_others(clock.day))
    events = [event for way in ways for event in way_of(stage, clock, way).events()]
    play(stage, clock, events)


def way_of(
    stage: Stage,
    clock: StoryClock,
    chapters: tuple[Chapter, ...],
    arrived: Arrival = lambda *_what: None,
) -> Way:
    """Return the way of one client; `arrived` is called when her case in a unit is open."""
    units = {unit.slug: unit.id for unit in stage.alone(list_units)}
    return Way(chapters, units, clock, arrived)


def play(stage: Stage, clock: StoryClock, events: Iterable[Event]) -> None:
    """Let each thing happen on its day."""
    in_order = sorted(events, key=lambda event: (event.day, event.hour))
    for (day, hour, person, unit), acts in groupby(in_order, _scene):
        clock.go_to(day, hour)
        player = stage.enter(email_of(person), unit)
        for act in acts:
            act.do(player)
        player.leave()


def _scene(event: Event) -> tuple[int, int, str, str]:
    return event.day, event.hour, event.person, event.unit
