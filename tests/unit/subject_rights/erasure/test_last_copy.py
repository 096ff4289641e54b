"""The day on which the last old backup is dead, as far as this program knows of backups."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import update

from caseflow.database.tables.backups import Backup
from caseflow.subject_rights.erasure.last_copy import last_copy_dies_on, load_backups
from tests.factories.house import House


def backed_up(house: House, taken_at: datetime, days: int, **said: Any) -> None:  # noqa: ANN401 - columns
    work = house.work()
    until = taken_at + timedelta(days=days)
    row = Backup(taken_at=taken_at, log_size=1, log_root=b"", keys_until=until, **said)
    work.session.add(row)
    work.finish()


def day(house: House) -> date:
    work = house.work()
    found = last_copy_dies_on(work, load_backups(work), house.around.clock.now())
    work.finish()
    return found


def test_where_no_backup_is_known_the_rule_says_it(house: House) -> None:
    assert day(house) == date(2026, 3, 16)


def test_the_last_backup_from_before_says_it_and_later_ones_do_not(house: House) -> None:
    now = house.around.clock.now()
    backed_up(house, now - timedelta(days=20), 14)
    assert day(house) == date(2026, 3, 2)  # its keys are gone already
    backed_up(house, now - timedelta(days=2), 14)
    backed_up(house, now - timedelta(days=1), 30, deleted_at=now)
    backed_up(house, now + timedelta(days=1), 14)
    assert day(house) == date(2026, 3, 14)


def test_one_that_somebody_changed_counts_as_it_stands(house: House) -> None:
    now = house.around.clock.now()
    backed_up(house, now - timedelta(days=1), 30, deleted_at=now)
    with house.sessions() as session:
        session.execute(update(Backup).values(log_size=2))
        session.commit()
    assert day(house) == date(2026, 3, 31)
