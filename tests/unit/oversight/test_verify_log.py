from contextlib import AbstractContextManager, nullcontext
from importlib import import_module

import pytest
from sqlalchemy import select, update

from caseflow.audit.second_process import Asked
from caseflow.database.tables.audit_log import Leaf, StagedEntry, Tile
from caseflow.database.unit_of_work import Work
from caseflow.oversight import Fault, verify_at_console, verify_log
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.unit.vault.reading import newest, read

VERIFY_LOG = import_module("caseflow.oversight.verify_log")  # its verb has the same name


def test_a_sound_log_is_verified_with_all_that_was_staged(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        VERIFY_LOG, "second_process", lambda *_: pytest.fail("a page starts no process")
    )
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    read(house, berta, new_client(house, berta))
    seen: list[tuple[int, int]] = []
    work = house.work(olga)
    answer = verify_log(work, olga, lambda done, size: seen.append((done, size)))
    assert isinstance(answer, Disclosed)
    assert answer.value.verified, answer.value.findings
    assert answer.value.entries == answer.value.size > 2
    assert seen[-1] == (answer.value.size, answer.value.size)
    with house.sessions() as session:
        assert session.scalars(select(StagedEntry)).all() == []
        told = session.scalars(select(Leaf).where(Leaf.act == Act.LOG_VERIFY)).one()
    assert told.staff_id == olga.staff


def test_the_first_bad_entry_is_named(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    new_client(house, berta)
    integrated(house)
    with house.sessions() as session:
        changed = update(Leaf).where(Leaf.position == 0).values(payload=b'{"v":1}')
        session.execute(changed)
        session.commit()
    answer = verify_log(house.work(olga), olga)
    assert isinstance(answer, Disclosed)
    assert answer.value.findings[0].position == 0
    assert answer.value.findings[0].fault is Fault.ENTRY_CHANGED


def test_a_tree_that_was_changed_is_verified_as_it_stands(house: House) -> None:
    berta = house.actor("berta", "beratung")
    new_client(house, berta)
    integrated(house)
    with house.sessions() as session:
        tile = session.scalars(select(Tile).where(Tile.level == 0)).one()
        tile.hashes = bytes(len(tile.hashes))
        session.commit()
    report = verify_at_console(house.work())
    assert not report.verified
    assert Fault.ROOT_DIFFERS in {each.fault for each in report.findings}


def test_at_the_console_nobody_is_logged_in_and_it_is_an_entry(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def second(_work: Work, wanted: Asked) -> AbstractContextManager[None]:
        asked.append(wanted.size)
        return nullcontext()

    monkeypatch.setattr(VERIFY_LOG, "second_process", second)
    report = verify_at_console(house.work())
    assert report.verified
    assert asked == [report.size]
    with house.sessions() as session:
        told = session.scalars(select(Leaf).where(Leaf.act == Act.LOG_VERIFY)).one()
    assert told.staff_id is None


def test_nobody_but_an_officer_verifies(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert verify_log(house.work(berta), berta) == Refused(Reason.NOT_YOUR_ROLE)
    assert newest(house, Act.LOG_VERIFY)["decision"] == "refused"
