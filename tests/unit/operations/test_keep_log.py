from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from caseflow.audit.entries import Trace
from caseflow.audit.record import record
from caseflow.database.tables.audit_log import Leaf, StagedEntry, TreeHead
from caseflow.database.unit_of_work import Work
from caseflow.operations.keep_log import LogKeeper
from caseflow.vocabulary.acts import Act
from tests.factories.house import House, born


@pytest.fixture
def house(tmp_path: Path) -> House:
    return born(f"sqlite:///{tmp_path / 'caseflow.db'}")


def _stage(house: House) -> None:
    work = house.work()
    record(work, Trace(act=Act.LOGIN_FAIL, decision="refused"))
    work.finish()


def _counted(house: House) -> tuple[int, int]:
    work = house.work()
    found = tuple(
        work.session.scalar(select(func.count()).select_from(table)) or 0
        for table in (StagedEntry, Leaf)
    )
    work.put_away()
    return found[0], found[1]


def test_what_was_staged_becomes_part_of_the_log(house: House) -> None:
    _stage(house)
    keeper = LogKeeper(house.work, house.server.signer, 0)
    assert keeper.integrate() == 1
    assert _counted(house) == (0, 1)
    house.close()


def test_a_process_waits_between_two_turns(house: House) -> None:
    now = 100.0
    keeper = LogKeeper(house.work, house.server.signer, 1, seconds=lambda: now)
    _stage(house)
    assert keeper.integrate() == 1
    _stage(house)
    assert keeper.integrate() == 0
    now = 101.0
    assert keeper.integrate() == 1
    house.close()


def test_a_failure_keeps_the_trace_staged_and_the_answer_whole(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    keeper = LogKeeper(house.work, house.server.signer, 0)
    _stage(house)
    keeper.integrate()
    work = house.work()
    work.session.execute(update(TreeHead).values(size=7))
    work.finish()
    _stage(house)
    assert keeper.integrate() == 0
    assert _counted(house) == (1, 1)
    assert "log not integrated" in capsys.readouterr().out
    house.close()


def test_keys_are_put_away_after_each_turn(house: House) -> None:
    opened: list[Work] = []

    def begin() -> Work:
        opened.append(house.work())
        return opened[-1]

    LogKeeper(begin, house.server.signer, 0).integrate()
    assert len(opened) == 1
    assert not opened[0].session.in_transaction()
    house.close()
