"""No disclosure is sequenced after an acknowledged withdrawal.

A disclosure is sequenced by a number that its process takes just before the commit of its trace,
an acknowledgement by one taken just after the commit of the withdrawal: a disclosure with the
larger number was surely committed later. The careless reader of the same run has to leak, else
the races would not be tight enough to show anything.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.house import House, born
from tests.factories.processes import MACHINE
from tests.factories.reopened_house import address_of
from tests.factories.scale import scaled
from tests.reliability.racers import Course, read_again_and_again, withdraw_again_and_again

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Runner = Callable[[Course, "Connection[object, object]"], None]

RACES = 300
CARELESS_RACES = 25  # in one heat; heats follow one another until something has leaked


@pytest.fixture
def house(engine: str) -> Iterator[House]:
    made = born(engine)
    yield made
    made.close()


@pytest.fixture
def known(house: House) -> Known:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    client = new_client(house, berta)
    write(house, berta, client, entry("Sie kam in der Nacht."))
    case_at(house, frieda, client)
    return client


def test_nothing_is_disclosed_after_an_acknowledged_withdrawal(house: House, known: Known) -> None:
    heats = range(0, RACES, CARELESS_RACES)
    assert any(leaks(*race(house, known, CARELESS_RACES, unsafe=True)) for _ in heats), (
        "the careless reader has to leak"
    )
    acknowledged, sequenced = race(house, known, scaled(RACES))
    assert sum(map(bool, sequenced)) > RACES / 4, "the reader was too slow to race"
    assert leaks(acknowledged, sequenced) == 0


def race(
    house: House,
    known: Known,
    rounds: int,
    *,
    unsafe: bool = False,
    runs: tuple[Runner, Runner] = (withdraw_again_and_again, read_again_and_again),
) -> tuple[list[int], list[list[int]]]:
    """Return the numbers of the acknowledgements, and of the disclosures of each round."""
    line, clock = MACHINE.Barrier(2), MACHINE.Value("q", 0)
    course = Course(address_of(house), known, rounds, line, clock, unsafe)
    house.engine.dispose()  # the racers connect by themselves
    ends = []
    racers = []
    for run in runs:
        mine, theirs = MACHINE.Pipe(duplex=False)
        racers.append(MACHINE.Process(target=run, args=(course, theirs)))
        racers[-1].start()
        theirs.close()
        ends.append(mine)
    answers = [end.recv() for end in ends]
    for racer in racers:
        racer.join()
    return answers[0], answers[1]


def leaks(acknowledged: list[int], sequenced: list[list[int]]) -> int:
    """Return in how many rounds a disclosure came after the acknowledgement."""
    rounds = zip(acknowledged, sequenced, strict=True)
    return sum(max(numbers, default=0) > at for at, numbers in rounds)
