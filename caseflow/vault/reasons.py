"""Keep the free reason that came with an act, sealed to the oversight unit, and open it there."""

import hashlib
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.reasons import open_as_unit, seal_to_unit
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.units import UnitKind

PURPOSE = "reason"


def keep_reason(work: Work, entry: UUID, reason: str) -> bytes | None:
    """Keep the reason of a log entry and return the hash of its sealed bytes; None without one."""
    text = reason.strip()
    if not text:
        return None
    sealed = seal_for_oversight(work, entry, text)
    work.session.add(SealedReason(entry_id=entry, sealed=sealed))
    return hashlib.sha256(sealed).digest()


def seal_for_oversight(work: Work, context: UUID, text: str, column: str = "") -> bytes:
    """Return a text that only the officers can open, bound to one id.

    Where a row has several, each names its column.
    """
    oversight = oversight_of(work)
    return seal_to_unit(work, oversight, PURPOSE, (context.bytes,), text, column=column)


def open_as_oversight(work: Work, context: UUID, sealed: bytes, column: str = "") -> str:
    """Return a text that was sealed for oversight; call it after the trace.

    Raises BrokenKey unless the acting unit is oversight and the text is the one of this id, and of
    this column if it was sealed for one.
    """
    return open_as_unit(ring(work), PURPOSE, (context.bytes,), sealed, column=column)


def oversight_of(work: Work) -> UUID:
    """Return the id of the oversight unit; raises MissingKey where there is none."""
    found = work.session.scalars(select(UnitRow).where(UnitRow.kind == UnitKind.OVERSIGHT))
    for unit in intact(work, found):
        return unit.id
    raise MissingKey("There is no oversight unit that a reason could be sealed to.")
