"""Say until when a backup can bring back what is destroyed now."""

from datetime import datetime

from sqlalchemy import select

from caseflow.database.column_types import unreadable
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.backups import Backup
from caseflow.database.unit_of_work import Work


def last_backup_dies_at(work: Work) -> datetime | None:
    """Return when the last file of keys that was made so far is gone; None where none is left.

    Only what `caseflow backup` made is known here: archives of the write-ahead log, replicas and
    copies that somebody took live as long as whoever keeps them lets them. A row that was changed
    is an alarm, and counts as it stands.
    """
    rows = list(work.session.scalars(select(Backup)))
    sound = {row.id for row in intact(work, rows)}
    ends = [
        row.keys_until
        for row in rows
        if (row.deleted_at is None or row.id not in sound) and not unreadable(row.keys_until)
    ]
    return max(ends, default=None)


def newest_backup(work: Work) -> Backup | None:
    """Return the backup that was begun last, or None where there is none."""
    newest = select(Backup).order_by(Backup.taken_at.desc()).limit(1)
    return next(iter(intact(work, work.session.scalars(newest))), None)
