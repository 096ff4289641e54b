"""Say when the last backup was begun, to whoever looks after the machine and has no key."""

from datetime import datetime

from sqlalchemy import func, select

from caseflow.database.tables.backups import Backup
from caseflow.operations.migrate import connected
from caseflow.vocabulary.errors import OperatorError


def last_made(database_url: str) -> datetime | None:
    """Return the instant of the newest backup; None where there is none, or no such table."""
    failed = Backup.deleted_at < Backup.keys_until  # its files were deleted before their day
    newest = select(func.max(Backup.taken_at)).where(Backup.deleted_at.is_(None) | ~failed)
    try:
        with connected(database_url) as connection:
            found: datetime | None = connection.scalar(newest)
    except OperatorError:
        return None
    return found
