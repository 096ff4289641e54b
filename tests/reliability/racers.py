"""Two workers of one server: one withdraws a consent while the other reads under it."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from typing import TYPE_CHECKING
from unittest.mock import patch

from sqlalchemy import delete, event

from caseflow.database.tables.consents import Consent, Withdrawal
from caseflow.database.tables.records import Entry
from caseflow.database.unit_of_work import Work
from caseflow.vault.disclose import disclose
from caseflow.vault.gather import Gathered
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.pieces import Opened
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.bases import Basis, UsedBasis
from caseflow.vocabulary.errors import BrokenKey
from tests.factories.clients import Known, consented
from tests.factories.declarations import took_back
from tests.factories.house import House
from tests.factories.reopened_house import HouseAddress, reopened

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.sharedctypes import Synchronized

BREATH = 0.004  # seconds between two reads: SQLite lets whoever comes first go on, not who waits
STARTS = 5  # a withdrawal begins up to so many breaths after the first read
PATIENCE = 60.0  # seconds; a racer that waits longer has lost the other


@dataclass(frozen=True)
class Course:
    """What both racers know."""

    address: HouseAddress
    known: Known
    rounds: int
    line: Barrier
    clock: "Synchronized[int]"  # one sequence for both: whoever takes a number later gets a larger
    unsafe: bool = False


def withdraw_again_and_again(course: Course, answer: "Connection[object, object]") -> None:
    """Send, for every round, the number at which the withdrawal was acknowledged."""
    house = reopened(course.address)
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    acknowledged = []
    for number in range(course.rounds):
        consent = consented(house, berta, course.known, [shelter], ["violence"]).id
        course.line.wait(PATIENCE)
        time.sleep(number % STARTS * BREATH)
        took_back(house, berta, course.known, consent)
        acknowledged.append(next_number(course))
        course.line.wait(PATIENCE)
        forget_consents(house)
    answer.send(acknowledged)
    house.close()


def read_again_and_again(course: Course, answer: "Connection[object, object]") -> None:
    """Send, for every round, the numbers that its disclosures were sequenced at."""
    house = reopened(course.address)
    frieda = house.actor("frieda", "frauenhaus")
    sequenced = []
    with ExitStack() as stack:
        if course.unsafe:
            stack.enter_context(careless())
        for _ in range(course.rounds):
            course.line.wait(PATIENCE)
            sequenced.append(list(_read_until_closed(house, frieda, course)))
            course.line.wait(PATIENCE)
    answer.send(sequenced)
    house.close()


@contextmanager
def careless() -> Iterator[None]:
    """Read as most programs do: decide, load what the decision allows, and log it afterwards."""
    with (
        patch("caseflow.vault.permit.use_all", without_looking_again),
        patch("caseflow.vault.disclose.trace", in_the_next_transaction),
    ):
        yield


def forget_consents(house: House) -> None:
    """Leave no pile of withdrawn consents: every read of the next rounds would go through it."""
    with house.sessions() as session:
        session.execute(delete(Consent))
        session.execute(delete(Withdrawal))
        session.commit()


def _read_until_closed(house: House, actor: Actor, course: Course) -> Iterator[int]:
    while (number := _sequence_of_disclosure(house, actor, course)) is not None:
        yield number
        time.sleep(BREATH)


def _sequence_of_disclosure(house: House, actor: Actor, course: Course) -> int | None:
    """Read once; return the number taken just before the trace was committed, None if closed."""
    work = house.work(actor)
    numbers: list[int] = []
    event.listen(work.session, "before_commit", lambda _: numbers.append(next_number(course)))
    answer = disclose(work, actor, Ask(Act.STORY_READ, course.known.id), (Entry,))
    seen = isinstance(answer, Disclosed) and _is_seen(answer.value)
    work.put_away()
    return numbers[-1] if seen else None


def _is_seen(opened: Opened) -> bool:
    try:
        return any(piece.text("text") for piece in opened.of(Entry))
    except BrokenKey:  # a careless reader may meet rows of the next key
        return False


def next_number(course: Course) -> int:
    """Return the next number of both."""
    with course.clock.get_lock():
        course.clock.value += 1
        return course.clock.value


def without_looking_again(
    _work: Work, _gathered: Gathered, bases: tuple[Basis, ...]
) -> tuple[UsedBasis, ...]:
    """Count nothing, and let nobody who was faster be noticed."""
    return tuple(UsedBasis(basis.kind, basis.id, 0) for basis in bases)


def in_the_next_transaction(work: Work, given: Permit, deeds: Deeds) -> None:
    """Log what was done when it is done."""
    work.session.commit()
    trace(work, given, deeds)
