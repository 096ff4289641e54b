import pytest
from sqlalchemy import update

from caseflow.audit.walk import checkpoint_at, checkpoint_behind, entries_at, walk
from caseflow.database.tables.audit_log import Leaf
from tests.factories.log import Log


def test_the_oldest_come_first_some_at_a_time(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caseflow.audit.walk.CHUNK", 2)
    entries = [log.access() for _ in range(5)]
    log.integrate()
    work = log.work()
    steps = list(walk(work, 1, 5))
    assert [[each.position for each in some] for some in steps] == [[1, 2], [3, 4]]
    found = {each.id for some in steps for each in some}
    assert found < set(entries)
    assert all(each.content is not None and each.permitted for some in steps for each in some)
    assert list(walk(work, 5, 5)) == []
    work.session.execute(update(Leaf).where(Leaf.position == 1).values(payload=b""))
    work.session.expire_all()
    assert next(walk(work, 1, 2))[0].content is None
    assert [each.position for each in entries_at(work, [3, 1, 2, 9])] == [2, 3]
    work.abandon()


def test_the_head_behind_an_entry_is_the_first_that_was_signed_with_it(log: Log) -> None:
    sizes = []
    for number in (1, 2):
        for _ in range(number):
            log.access()
        sizes.append(log.integrate())
    work = log.work()
    heads = [checkpoint_behind(work, position) for position in range(4)]
    assert [each and each.size for each in heads] == [1, 3, 3, None]
    heads = [checkpoint_at(work, size) for size in (0, 1, 2, 3, 2**31)]
    assert [each and each.size for each in heads] == [None, 1, None, 3, None]
    work.abandon()
