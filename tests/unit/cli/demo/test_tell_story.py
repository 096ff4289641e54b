from typing import TYPE_CHECKING

from caseflow.cli.demo.people import OVERSIGHT, UNITS
from caseflow.cli.demo.stage import must
from caseflow.cli.demo.tell_story import play, tell_story
from caseflow.cli.demo.way import Event
from caseflow.exceptions import list_emergencies
from caseflow.handovers import Direction, list_handovers
from caseflow.records import work_list
from caseflow.vocabulary.states import HandoverState
from tests.unit.cli.demo.conftest import Founded

if TYPE_CHECKING:
    from caseflow.vocabulary.actors import Actor


def test_the_whole_story_leaves_work_for_everybody(founded: Founded) -> None:
    stage, clock = founded
    tell_story(stage, clock)
    waiting, ending = 0, 0
    for unit in UNITS:
        player = stage.enter(f"{unit.slug}@demo.example", unit.slug)
        found = must(player.try_to(work_list))
        assert len(found.clients) >= 3, unit.slug
        ending += len(found.ending)
        handovers = must(player.try_to(list_handovers, Direction.IN))
        waiting += sum(each.state is HandoverState.OPEN for each in handovers)
    assert waiting >= 2
    assert ending >= 2
    officer = stage.enter("datenschutz@demo.example", OVERSIGHT)
    assert len(must(officer.try_to(list_emergencies))) == 1


def test_things_happen_in_the_order_of_their_days(founded: Founded) -> None:
    stage, clock = founded
    seen: list[tuple[int, Actor]] = []

    def event(day: int, hour: int, unit: str) -> Event:
        return Event(
            day, hour, unit, unit, lambda one: seen.append((day, one.try_to(lambda _, who: who)))
        )

    play(stage, clock, [event(3, 9, "wohnen"), event(1, 12, "beratung"), event(1, 9, "beratung")])
    assert [day for day, _ in seen] == [1, 1, 3]
    assert seen[0][1].session != seen[1][1].session
    assert clock.now().date() == clock.day(3)
