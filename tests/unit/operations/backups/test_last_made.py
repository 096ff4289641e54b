from datetime import timedelta
from pathlib import Path

from caseflow.database.tables.backups import Backup
from caseflow.operations.backups.last_made import last_made
from tests.factories.backups import backed_up, url_of
from tests.factories.house import House, StoppedClock


def test_the_newest_that_was_not_broken_off_counts(
    house: House, clock: StoppedClock, tmp_path: Path
) -> None:
    assert last_made(url_of(house)) is None
    made_at = clock.now()
    backed_up(house, tmp_path / "backups")
    clock.advance(timedelta(hours=1))
    work = house.work()
    until = clock.now() + timedelta(days=14)
    broken_off = Backup(
        taken_at=clock.now(), log_size=0, log_root=b"", keys_until=until, deleted_at=clock.now()
    )
    work.session.add(broken_off)
    work.finish()
    assert last_made(url_of(house)) == made_at


def test_a_database_without_tables_has_none(tmp_path: Path) -> None:
    assert last_made(f"sqlite:///{tmp_path / 'empty.db'}") is None
