from datetime import datetime, timedelta

from sqlalchemy import update

from caseflow.database.last_backup import last_backup_dies_at, newest_backup
from caseflow.database.tables.backups import Backup
from tests.factories.house import House, StoppedClock


def _backup(clock: StoppedClock, days: int, deleted: datetime | None = None) -> Backup:
    until = clock.now() + timedelta(days=days)
    return Backup(
        taken_at=clock.now(), log_size=0, log_root=b"", keys_until=until, deleted_at=deleted
    )


def test_the_last_of_those_whose_keys_are_left_counts(house: House, clock: StoppedClock) -> None:
    work = house.work()
    assert last_backup_dies_at(work) is None
    assert newest_backup(work) is None
    first = _backup(clock, 9)
    clock.advance(timedelta(hours=1))
    work.session.add_all([first, _backup(clock, 30, clock.now())])
    work.session.flush()
    assert last_backup_dies_at(work) == first.keys_until
    found = newest_backup(work)
    assert found is not None
    assert found.deleted_at is not None


def test_a_row_that_was_changed_counts_and_is_an_alarm(house: House, clock: StoppedClock) -> None:
    work = house.work()
    row = _backup(clock, 9)
    work.session.add(row)
    work.finish()
    with house.engine.begin() as connection:
        connection.execute(update(Backup).values(deleted_at=clock.now()))
    work = house.work()
    assert last_backup_dies_at(work) == row.keys_until
    assert [alarm.table for alarm in work.alarms] == ["backups"]
