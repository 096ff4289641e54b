"""Say whether sharing is suspended, since this installation was restored from a backup.

The backup may revive what was withdrawn after it. The state stands in the sealed row of the
installation: where that row is gone or was changed, sharing is suspended too.
"""

from sqlalchemy import bindparam, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.errors import Stale

_ROW = select(Installation).where(Installation.id == bindparam("installation"))
_KNOWN = "caseflow.suspended"  # among what a session of the database knows


def is_suspended(work: Work) -> bool:
    """Return the state, asked for once in each unit of work; nothing suspends a running one."""
    known = known_to_be_suspended(work)
    if known is not None:
        return known
    return said_by(work, work.session.scalars(_ROW, {"installation": work.installation}).first())


def stays_suspended(work: Work) -> bool:
    """Say whether sharing is suspended, and stays so until this unit of work ends.

    Else what is written now, without others' keys, would not be among what is made good when it
    goes on. Raises Stale when it goes on by now.
    """
    if not is_suspended(work):
        return False
    # Re-read behind the lock (SQLite has held everybody up from the beginning).
    held = _ROW.with_for_update(read=True).execution_options(populate_existing=True)
    if not said_by(work, work.session.scalars(held, {"installation": work.installation}).first()):
        raise Stale(Installation.__tablename__)
    return True


def said_by(work: Work, row: Installation | None) -> bool:
    """Return what the row says, and remember it; a row that is not sound says yes."""
    state = row is None or not intact(work, [row]) or row.suspended_at is not None
    work.session.info[_KNOWN] = state
    return state


def known_to_be_suspended(work: Work) -> bool | None:
    """Return the state as far as this unit of work has come upon it; None where it has not."""
    found: bool | None = work.session.info.get(_KNOWN)
    return found
