from dataclasses import replace

import pytest

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.tables.audit_log import Tile
from caseflow.operations.backups.same_line import goes_on
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.factories.witnessed import witnessed


def _told(house: House, act: Act, **details: str) -> None:
    work = house.work()
    record(work, Trace(act=act, details=details))
    work.finish()


@pytest.fixture
def size(house: House) -> int:
    """The size of a log that ends with two ends of which the second is a restore."""
    _told(house, Act.WALL_LIFT)
    witnessed(house)
    _told(house, Act.INSTALLATION_RESTORE, suspended="no")
    return witnessed(house).size


def test_who_has_seen_this_log_go_on_has_seen_it(house: House, size: int) -> None:
    assert not goes_on(house.work(), witnessed(house), size)
    _told(house, Act.WALL_LIFT)
    work, later = house.work(), witnessed(house)
    assert goes_on(work, later, size)
    # A restore that this witness knows nothing of began another line.
    assert not goes_on(work, replace(later, ends=(later.ends[0], later.ends[2])), size)
    wall = later.ends[0]
    for other in (
        replace(wall, leaf=wall.leaf + b" "),
        replace(wall, proof=(bytes(32), *wall.proof[1:])),
    ):
        assert not goes_on(work, replace(later, ends=(other, *later.ends[1:])), size)
    for tile in work.session.query(Tile):
        work.session.delete(tile)
    assert not goes_on(work, later, size)
    work.abandon()


def test_a_restore_that_is_not_yet_in_the_tree_counts_too(house: House, size: int) -> None:
    later = replace(witnessed(house), size=size + 1)
    _told(house, Act.INSTALLATION_RESTORE, suspended="no")
    assert not goes_on(house.work(), later, size)


def test_a_line_without_the_ends_of_before_says_little(house: House, size: int) -> None:
    _told(house, Act.INSTALLATION_RESTORE, suspended="yes")
    during = witnessed(house)
    _told(house, Act.RESTORE_CONFIRM)
    later = witnessed(house)
    work = house.work()
    assert [goes_on(work, each, size) for each in (during, later)] == [False, True]
