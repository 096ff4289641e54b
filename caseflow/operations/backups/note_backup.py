"""Let the database and its log know of every backup: an erasure names the last one's end."""

from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import Trace
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.backups import Backup
from caseflow.operations.open_installation import OpenInstallation
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.ids import new_id


def note_made(installation: OpenInstallation, row: Backup) -> None:
    """Write down a backup before its first byte is written."""
    work = installation.begin(str(new_id()))
    try:
        work.session.add(row)
        work.session.flush()
        details = {
            "backup": str(row.id),
            "log_size": str(row.log_size),
            "keys_until": instant_text(row.keys_until),
        }
        record(work, Trace(act=Act.BACKUP_MAKE, rows=(digest_of(row),), details=details))
        work.finish()
    finally:
        work.put_away()


def note_whole(installation: OpenInstallation, backup: UUID) -> None:
    """Write down that the last byte of a backup lies in its place: one that was killed has none."""
    work = installation.begin(str(new_id()))
    try:
        told = {"backup": str(backup), "whole": "yes"}
        record(work, Trace(act=Act.BACKUP_MAKE, details=told))
        work.finish()
    finally:
        work.put_away()


def note_gone(installation: OpenInstallation, backup: UUID) -> None:
    """Write down that the keys of a backup are deleted; one that is not known stays so."""
    work = installation.begin(str(new_id()))
    try:
        found = intact(work, work.session.scalars(select(Backup).where(Backup.id == backup)))
        for row in found:
            if row.deleted_at is None:
                change(work, row, deleted_at=work.clock.now())
                told = {"backup": str(row.id)}
                record(work, Trace(act=Act.BACKUP_EXPIRE, rows=(digest_of(row),), details=told))
        work.finish()
    finally:
        work.put_away()
