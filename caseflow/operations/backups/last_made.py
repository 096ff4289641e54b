"""Say when the last whole backup was begun, to whoever looks after the machine and has no key."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.tables.backups import Backup
from caseflow.operations.migrate import connected
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import OperatorError

_SIGN = Act.BACKUP_MAKE.value.encode()


def last_made(database_url: str) -> datetime | None:
    """Return its instant; None where there is none, or no such table.

    Its row is written before its first byte. That it is whole the log alone tells.
    """
    newest = select(Backup.id, Backup.taken_at).order_by(Backup.taken_at.desc())
    try:
        with connected(database_url) as connection:
            whole = set(_whole(connection))
            rows = connection.execute(newest).all()
    except OperatorError:
        return None
    return next((row.taken_at for row in rows if row.id in whole), None)


def _whole(connection: Connection) -> Iterator[UUID]:
    placed = select(Leaf.payload).where(Leaf.act == Act.BACKUP_MAKE)
    for query in (placed, select(StagedEntry.payload)):
        for payload in connection.scalars(query):
            if _SIGN in payload:
                with suppress(KeyError, TypeError, ValueError):
                    told = read_payload(payload)["details"]
                    if told.get("whole") == "yes":
                        yield UUID(told["backup"])
