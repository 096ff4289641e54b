"""Open the server keys that lie in a backup, with the root, and nowhere but in memory."""

from sqlalchemy import create_engine, insert
from sqlalchemy.pool import StaticPool

from caseflow.database.base import Base
from caseflow.database.engines import sessions_of
from caseflow.database.tables.installation import OutsideKey, ServerKey
from caseflow.keys.server_keys import ServerKeys, open_server_keys
from caseflow.operations.backups.found_backup import FoundBackup
from caseflow.operations.backups.read_share import broken, read_share
from caseflow.operations.backups.row_records import BrokenRecord, read
from caseflow.operations.backups.shares import Share
from caseflow.operations.installation_keys import OutsideKeys

# Which root opens them, and which version of it counts.
_NEEDED = (ServerKey.__tablename__, OutsideKey.__tablename__)


def open_backup_keys(found: FoundBackup, outside: OutsideKeys) -> ServerKeys:
    """Return the server keys of the installation that was backed up.

    Raises BadConfiguration where the root is another one's, BrokenKey where a row was changed,
    OperatorError where the file is none.
    """
    place = found.file(Share.KEYS)
    engine = create_engine("sqlite://", poolclass=StaticPool)
    tables = {name: Base.metadata.tables[name] for name in _NEEDED}
    try:
        Base.metadata.create_all(engine, list(tables.values()))
        with sessions_of(engine)() as session:
            for record in read_share(place, Share.KEYS, found.manifest.id):
                row = read(record)
                if row.table in tables:
                    session.execute(insert(tables[row.table]).values(row.bound()))
            return open_server_keys(
                session, outside.root, outside.trustee, outside.password_cost, outside.former()
            )
    except BrokenRecord as error:
        raise broken(place) from error
    finally:
        engine.dispose()
