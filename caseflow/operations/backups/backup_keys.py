"""Open the server keys that lie in a backup, with the root, and nowhere but in memory."""

from sqlalchemy import create_engine, insert
from sqlalchemy.pool import StaticPool

from caseflow.database.base import Base
from caseflow.database.engines import sessions_of
from caseflow.database.tables.installation import ServerKey
from caseflow.keys.server_keys import ServerKeys, open_server_keys
from caseflow.operations.backups.found_backup import FoundBackup
from caseflow.operations.backups.read_share import read_share
from caseflow.operations.backups.row_records import read
from caseflow.operations.backups.shares import Share
from caseflow.operations.installation_keys import OutsideKeys


def open_backup_keys(found: FoundBackup, outside: OutsideKeys) -> ServerKeys:
    """Return the server keys of the installation that was backed up.

    Raises BadConfiguration where the root is another one's, BrokenKey where a row was changed.
    """
    engine = create_engine("sqlite://", poolclass=StaticPool)
    table = Base.metadata.tables[ServerKey.__tablename__]
    try:
        table.create(engine)
        with sessions_of(engine)() as session:
            for record in read_share(found.file(Share.KEYS), Share.KEYS, found.manifest.id):
                row = read(record)
                if row.table == table.name:
                    session.execute(insert(table).values(row.bound()))
            return open_server_keys(session, outside.root, outside.trustee, outside.password_cost)
    finally:
        engine.dispose()
