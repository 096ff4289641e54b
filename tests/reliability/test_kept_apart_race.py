"""Nobody comes to one of two clients at the instant at which they are kept apart, and knows both.

The recording halts where it has found that nobody works with both, and gives the other request all
the time that it needs. Whoever does not hold the clients meanwhile has to leak, else the halt would
not show anything; on SQLite there is one writer at a time, whatever anybody holds.
"""

from collections.abc import Callable
from contextlib import ExitStack
from threading import Event, Thread
from unittest.mock import patch

import pytest
from sqlalchemy import select

from caseflow.database.tables.clients import Case, Wall
from caseflow.exceptions import keep_clients_apart
from caseflow.exceptions.works_with_both import Both, works_with_both
from caseflow.records import Assignment, assign_case, open_case
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.kept_apart import at_desk, created

HALT = 0.4  # seconds; the other request takes a tenth of that
PATIENCE = 20.0
READ = "caseflow.exceptions.keep_clients_apart.works_with_both"
HELD = ("caseflow.exceptions.keep_clients_apart", "caseflow.vault.keep_apart")
ELSEWHERE = ("ida", "wohnen")  # where the other client has a case and is no matter of who moves
Move = Callable[[House, Actor, Known], object]


def assigning(house: House, lea: Actor, his: Known) -> object:
    """Let her who works with the one be assigned to the other."""
    berta = house.staff["berta"]
    with house.sessions() as session:
        mine = Case.client_id == his.id, Case.unit_id == lea.unit
        case = session.scalars(select(Case.id).where(*mine)).one()
    work = house.work(lea)
    answer = assign_case(work, lea, case, Assignment([berta, lea.staff], restricted=False))
    work.finish()
    return answer


def opening(house: House, lea: Actor, his: Known) -> object:
    """Let her who works with the one open a case of the other, who has come to her desk."""
    work = house.work(lea)
    answer = open_case(work, lea, his.id)
    work.finish()
    return answer


def raced(house: House, move: Move, worker: tuple[str, str]) -> tuple[object, object, bool]:
    """Return both answers, and whether she who moved knows of both now."""
    hers = created(house, house.actor("lea", "frauenhaus"))
    his = created(house, house.actor(*worker))
    wanda, lea = house.actor("wanda", "wohnen"), house.actor("lea", "beratung")
    for who, known in ((wanda, hers), (wanda, his), (lea, his)):
        at_desk(house, who, known)
    work, read, answers = house.work(wanda), Event(), []

    def halted(*asked: object) -> list[Both]:
        found = works_with_both(*asked)  # type: ignore[arg-type]  # handed on as it was given
        if not read.is_set():
            read.set()
            mover.join(HALT)
        return found

    def come() -> None:
        assert read.wait(PATIENCE)
        answers.append(move(house, lea, his))

    mover = Thread(target=come)
    mover.start()
    with patch(READ, halted):
        recorded = keep_clients_apart(work, wanda, hers.id, his.id)
        work.finish()
    mover.join(PATIENCE)
    return recorded, answers[0], knows_both(house, hers, his)


def knows_both(house: House, hers: Known, his: Known) -> bool:
    """Say whether somebody is assigned to both and walled off from neither."""
    with house.sessions() as session:
        staff = []
        for known in (hers, his):
            cases = session.scalars(select(Case).where(Case.client_id == known.id))
            walls = session.scalars(select(Wall.staff_id).where(Wall.client_id == known.id))
            staff.append({each for case in cases for each in case.assigned} - set(walls))
    return bool(staff[0] & staff[1])


@pytest.mark.parametrize("move", [assigning, opening])
def test_nobody_comes_to_the_second_while_it_is_recorded(house: House, move: Move) -> None:
    worker = ("berta", "beratung") if move is assigning else ELSEWHERE
    recorded, moved, both = raced(house, move, worker)
    assert not both
    assert isinstance(recorded, Done) != isinstance(moved, Done)


def test_whoever_holds_no_client_meanwhile_leaks(house: House) -> None:
    with ExitStack() as stack:
        for module in HELD:
            stack.enter_context(patch(f"{module}.hold_clients", lambda *_: None))
        _, _, both = raced(house, opening, ELSEWHERE)
    assert both is (house.engine.dialect.name == "postgresql")
