from datetime import timedelta
from pathlib import Path

from caseflow.database.tables.backups import Backup
from caseflow.operations.backups.last_made import last_made
from tests.factories.backups import backed_up, url_of
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated


def test_the_newest_that_was_not_broken_off_or_killed_counts(
    house: House, clock: StoppedClock, tmp_path: Path
) -> None:
    assert last_made(url_of(house)) is None
    made_at = clock.now()
    backed_up(house, tmp_path / "backups")
    clock.advance(timedelta(hours=1))
    work = house.work()
    until = clock.now() + timedelta(days=14)
    for gone in (clock.now(), None):
        row = Backup(taken_at=clock.now(), log_size=0, log_root=b"", keys_until=until)
        row.deleted_at = gone
        work.session.add(row)
    work.finish()
    assert last_made(url_of(house)) == made_at
    integrated(house)
    assert last_made(url_of(house)) == made_at


def test_a_database_without_tables_has_none(tmp_path: Path) -> None:
    assert last_made(f"sqlite:///{tmp_path / 'empty.db'}") is None
