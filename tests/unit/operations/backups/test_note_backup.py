from datetime import timedelta

from sqlalchemy import select

from caseflow.database.tables.backups import Backup
from caseflow.operations.backups.note_backup import note_gone, note_made
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.backups import installation_of
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest


def test_a_backup_and_its_end_stand_in_database_and_log(house: House, clock: StoppedClock) -> None:
    row = Backup(
        taken_at=clock.now(),
        log_size=3,
        log_root=bytes(32),
        keys_until=clock.now() + timedelta(days=14),
    )
    backup = row.id
    note_made(installation_of(house), row)
    assert newest(house, Act.BACKUP_MAKE)["details"]["backup"] == str(backup)
    clock.advance(timedelta(days=14))
    note_gone(installation_of(house), backup)
    note_gone(installation_of(house), new_id())
    with house.sessions() as session:
        assert session.scalars(select(Backup)).one().deleted_at == clock.now()
    assert newest(house, Act.BACKUP_EXPIRE)["details"] == {"backup": str(backup)}
