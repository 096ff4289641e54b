from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from caseflow.database.sealed_rows import change
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.vault.row_by_row import OF_A_REQUEST, Due, Pace, row_by_row
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey, Stale
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.unit.vault.reading import log

DUE = Due(Drawer, (Drawer.turn_due.is_not(None),), Drawer.turn_due)


def due_drawers(house: House, number: int) -> list[UUID]:
    """Make drawers that are due, the first since the earliest day, and return their ids."""
    berta = house.actor("berta", "beratung")
    for _ in range(number):
        write(house, berta, new_client(house, berta), entry("x"))
    work = house.work(berta)
    drawers = work.session.scalars(select(Drawer).order_by(Drawer.id.desc())).all()
    for day, drawer in enumerate(drawers, start=1):
        change(work, drawer, turn_due=work.clock.now().replace(day=day, month=1))
    ids = [drawer.id for drawer in drawers]
    work.finish()
    return ids


def left(house: House) -> set[UUID]:
    with house.sessions() as session:
        return set(session.scalars(select(Drawer.id).where(*DUE.conditions)))


def settled(
    house: House, trouble: Callable[[UUID], Exception | None], pace: Pace = OF_A_REQUEST
) -> list[UUID]:
    """Settle what is due and return, in order, what was tried."""
    berta = house.actor("berta", "beratung")
    tried: list[UUID] = []

    def step(work: Work, _actor: Actor, drawer: Drawer) -> bool:
        tried.append(drawer.id)
        change(work, drawer, turn_due=None)
        error = trouble(drawer.id)
        if error is not None:
            raise error
        return True

    row_by_row(house.work(berta), berta, DUE, step, pace)
    return tried


def test_the_oldest_come_first_and_eight_are_enough(house: House) -> None:
    ids = due_drawers(house, 10)
    assert settled(house, lambda _: None) == ids[:8]
    assert left(house) == set(ids[8:])


@pytest.mark.parametrize(
    "error", [BrokenKey("x"), Stale("drawers"), OperationalError("x", {}, Exception())]
)
def test_what_stays_due_keeps_no_other_waiting(house: House, error: Exception) -> None:
    ids = due_drawers(house, 10)
    stuck = set(ids[:9])
    assert settled(house, lambda row: error if row in stuck else None) == ids
    assert left(house) == stuck


def test_no_more_than_so_many_are_looked_at_and_the_next_time_those_behind_them(
    house: House,
) -> None:
    ids = due_drawers(house, 5)
    stuck = set(ids[:3])
    trouble, pace = lambda row: Stale("drawers") if row in stuck else None, Pace(1, 2)
    assert settled(house, trouble, pace) == ids[:2]
    assert settled(house, trouble, pace) == ids[2:4]
    assert settled(house, trouble, pace) == ids[4:]
    assert settled(house, trouble, pace) == ids[:2]
    assert left(house) == stuck


def test_what_is_damaged_is_named(house: House) -> None:
    ids = due_drawers(house, 2)
    settled(house, lambda row: BrokenKey("x") if row == ids[0] else None)
    alarms = [each["details"] for each in log(house) if each["act"] == Act.ALARM_KEY]
    assert alarms == [{"table": "drawers", "row": str(ids[0])}]


def test_a_forged_row_is_named_and_passed_over(house: House) -> None:
    ids = due_drawers(house, 2)
    with house.sessions() as session:
        session.execute(update(Drawer).where(Drawer.id == ids[0]).values(category="health"))
        session.commit()
    assert settled(house, lambda _: None) == ids[1:]
    alarms = [each["details"]["row"] for each in log(house) if each["act"] == Act.ALARM_SEAL]
    assert alarms == [str(ids[0])]


def test_a_row_that_waits_for_a_key_is_no_success(house: House) -> None:
    ids = due_drawers(house, 9)
    berta = house.actor("berta", "beratung")
    tried: list[UUID] = []

    def step(_work: Work, _actor: Actor, drawer: Drawer) -> bool:
        tried.append(drawer.id)
        return False

    row_by_row(house.work(berta), berta, DUE, step)
    assert tried == ids
