"""Say on which day an erasure is complete in every backup that was made before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.column_types import unreadable
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.backups import Backup
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.clock import local_day


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups that are known, loaded once, however many erasures are looked at."""

    rows: tuple[Backup, ...]
    sound: frozenset[UUID]


def load_backups(work: Work) -> Backups:
    """Return them; a changed one counts as it stands."""
    rows = tuple(work.session.scalars(select(Backup)))
    return Backups(rows, frozenset(row.id for row in intact(work, rows)))


def last_copy_dies_on(work: Work, backups: Backups, erased_at: datetime) -> date:
    """Return the day on which the keys in the last old backup are gone.

    Where none is known that `caseflow backup` made, copies are kept as long as the provider says.
    """
    usual = erased_at + work.configuration.backup.keys
    until = max((erased_at, *_ends(backups, erased_at))) if backups.rows else usual
    return local_day(until, work.configuration.zone)


def _ends(backups: Backups, erased_at: datetime) -> Iterator[datetime]:
    """Yield until when each backup can bring her back."""
    for row in backups.rows:
        known = row.id in backups.sound
        gone = known and (row.deleted_at is not None or row.taken_at > erased_at)
        if not gone and not unreadable(row.keys_until):
            yield row.keys_until
