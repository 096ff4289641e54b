import pytest
from sqlalchemy import text

from caseflow.audit.leaf_reader import Stretch
from caseflow.audit.read_ahead import read_ahead
from caseflow.audit.second_reader import Seen
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log, stage_access
from tests.factories.second_reading import here


def test_every_leaf_is_read_once_over_another_connection(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.audit.read_ahead.CHUNK", 2)
    work = log.work()
    entries = [str(stage_access(work, act=Act.LOGOUT)) for _ in range(5)]
    work.finish()
    log.integrate()
    seen = []
    # What would keep a reader waiting on SQLite if it asked for the writers' lock.
    work.session.execute(text("UPDATE log_leaves SET request_id = '' WHERE position = 4"))
    with read_ahead(work, 5) as stretches:
        for stretch in stretches:
            assert isinstance(stretch, Stretch)
            seen.append((stretch.start, stretch.end))
            lines = b"".join(part.payloads for part in stretch.parts)
            assert all(each.encode() in lines for each in entries[stretch.start : stretch.end])
    assert seen == [(0, 2), (2, 4), (4, 5)]
    work.abandon()
    with read_ahead(work, 7) as stretches:
        read = [each.parts for each in stretches if isinstance(each, Stretch)]
        assert list(map(bool, read)) == [True, True, False, False]


def test_of_what_somebody_else_has_seen_nothing_is_read(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.audit.read_ahead.CHUNK", 2)
    monkeypatch.delattr("caseflow.audit.read_ahead.ThreadPoolExecutor")
    work = log.work()
    for _ in range(5):
        stage_access(work, act=Act.LOGOUT)
    work.finish()
    log.integrate()
    with read_ahead(work, 5, here(2)) as stretches:
        assert [(type(each), each.start, each.end) for each in stretches] == [
            (Stretch, 0, 2),
            (Seen, 2, 4),
            (Seen, 4, 5),
        ]
    work.abandon()


def test_a_log_without_leaves_has_none(log: Log) -> None:
    work = log.work()
    with read_ahead(work, 0) as stretches:
        assert list(stretches) == []
    work.abandon()
