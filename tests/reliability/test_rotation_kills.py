"""A unit's key is renewed and its drawers turn; killed at whichever statement, everything opens.

The process is ended by SIGKILL in the midst of a statement, and a later one goes on.
"""

import os
import signal
from itertools import count

from sqlalchemy import event

from caseflow.identity import rotate_unit
from caseflow.operations.turn_drawers import drawers_behind, turn_some
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.reopened_house import HouseAddress, address_of, reopened
from tests.factories.scale import scaled
from tests.unit.vault.reading import read, texts

KILLS = 4
TEXTS = ["eins", "zwei"]


def filled(house: House) -> Known:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Amal")
    write(house, berta, known, *(entry(text) for text in TEXTS), entry("drei", "health"))
    case_at(house, house.actor("frieda", "frauenhaus"), known)
    consented(house, berta, known, [house.units["frauenhaus"]], ["violence"])
    return known


def rotate(house: House, *, renew: bool = True) -> None:
    lea = house.actor("lea", "beratung")
    if renew:
        work = house.work(lea)
        assert isinstance(rotate_unit(work, lea), Done)
        work.finish()
    last = None
    while True:
        work = house.work(lea)
        last = turn_some(work, lea, last).last
        work.finish()
        if last is None:
            return


def killed_at(address: HouseAddress, statement: int) -> int:
    """Rotate in a process that is killed at a statement; return the signal that ended it."""
    child = os.fork()
    if child == 0:  # pragma: no cover - it is killed
        house = reopened(address)
        numbers = count()

        @event.listens_for(house.engine, "after_cursor_execute")
        def _kill(*_told: object) -> None:
            if next(numbers) == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            rotate(house)
        finally:
            os._exit(0)  # it came through: the statement is behind the end
    return os.waitpid(child, 0)[1]


def test_killed_anywhere_in_a_rotation_everything_opens_and_the_rest_is_done_later(
    house: House,
) -> None:
    known = filled(house)
    house.engine.dispose()
    kills = scaled(KILLS)
    steps = [5 + 170 * number // kills for number in range(kills)]
    ends = {killed_at(address_of(house), step) for step in steps}
    assert signal.SIGKILL in ends
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    assert texts(read(house, berta, known)) == sorted([*TEXTS, "drei"])
    assert texts(read(house, frieda, known)) == TEXTS
    rotate(house, renew=False)
    work = house.work(berta)
    assert drawers_behind(work, berta) == 0
    work.finish()
    assert texts(read(house, berta, known)) == sorted([*TEXTS, "drei"])
    assert texts(read(house, frieda, known)) == TEXTS
