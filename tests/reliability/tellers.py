"""Two workers of one server: one withdraws a consent while the other tells a partner by it."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch
from uuid import UUID

from sqlalchemy import event, select

from caseflow.consents import known_partners
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.records import Entry
from caseflow.disclosures import Choice, Wanted, make_disclosure
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.declarations import took_back
from tests.factories.house import House
from tests.factories.partners import agreed_outside
from tests.factories.reopened_house import reopened
from tests.reliability.racers import (
    BREATH,
    PATIENCE,
    STARTS,
    Course,
    forget_consents,
    in_the_next_transaction,
    next_number,
    without_looking_again,
)

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def take_back_again_and_again(course: Course, answer: "Connection[object, object]") -> None:
    """Send, for every round, the number at which the withdrawal was acknowledged."""
    house = reopened(course.address)
    berta = house.actor("berta", "beratung")
    work = house.work()
    [police] = known_partners(work)
    work.put_away()
    acknowledged = []
    for number in range(course.rounds):
        consent = agreed_outside(house, berta, course.known, police.id, "violence")
        course.line.wait(PATIENCE)
        time.sleep(number % STARTS * BREATH)
        took_back(house, berta, course.known, consent)
        acknowledged.append(next_number(course))
        course.line.wait(PATIENCE)
        forget_consents(house)
    answer.send(acknowledged)
    house.close()


def tell_again_and_again(course: Course, answer: "Connection[object, object]") -> None:
    """Send, for every round, the numbers that its disclosures were sequenced at."""
    house = reopened(course.address)
    berta = house.actor("berta", "beratung")
    with house.sessions() as session:
        piece = session.scalars(select(Entry.id)).one()
    sequenced = []
    with ExitStack() as stack:
        if course.unsafe:
            stack.enter_context(careless())
        for _ in range(course.rounds):
            course.line.wait(PATIENCE)
            consent = _consent(house, course)
            sequenced.append(list(_tell_until_closed(house, berta, course, (consent, piece))))
            course.line.wait(PATIENCE)
    answer.send(sequenced)
    house.close()


@contextmanager
def careless() -> Iterator[None]:
    """Tell as most programs do: decide, tell what the decision allows, and log it afterwards."""
    with (
        patch("caseflow.vault.permit.use_all", without_looking_again),
        patch("caseflow.disclosures.make_disclosure.trace", in_the_next_transaction),
    ):
        yield


def _consent(house: House, course: Course) -> UUID:
    """Return the consent of this round; it may be withdrawn by now."""
    with house.sessions() as session:
        wanted = select(Consent.id).where(Consent.client_id == course.known.id)
        return session.scalars(wanted).one()


def _tell_until_closed(
    house: House, berta: Actor, course: Course, what: tuple[UUID, UUID]
) -> Iterator[int]:
    while (number := _sequence_of_telling(house, berta, course, what)) is not None:
        yield number
        time.sleep(BREATH)


def _sequence_of_telling(
    house: House, berta: Actor, course: Course, what: tuple[UUID, UUID]
) -> int | None:
    """Tell once; return the number taken just before the trace was committed, None if refused."""
    consent, piece = what
    work = house.work(berta)
    numbers: list[int] = []
    event.listen(work.session, "before_commit", lambda _: numbers.append(next_number(course)))
    choice = Choice(frozenset({str(piece)}), frozenset(), frozenset())
    told = make_disclosure(work, berta, course.known.id, Wanted(consent, "case_work", choice))
    work.finish()
    work.put_away()
    return numbers[-1] if isinstance(told, Done) else None
