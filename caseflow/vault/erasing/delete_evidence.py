"""Delete what was kept of an erased client, when its own period is over; it needs no key."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, Table

from caseflow.database.base import Base
from caseflow.database.unit_of_work import Work
from caseflow.vault.erasing.erased_tables import EVIDENCE, deletion
from caseflow.vault.permit import Deeds
from caseflow.vocabulary.bases import BasisKind, UsedBasis

HOLDS = "holds"
_BARE = {"synchronize_session": False}
_COUNTED = {
    "consents": BasisKind.CONSENT,
    "emergency_accesses": BasisKind.EMERGENCY,
    "lawful_exceptions": BasisKind.EXCEPTION,
}


def delete_evidence(work: Work, ids: Sequence[UUID]) -> Deeds:
    """Delete it; a basis that goes is ended in the log, so that none is missed."""
    ended: list[UsedBasis] = []
    rows = 0
    for name in (*EVIDENCE, HOLDS):  # those that were lifted; what is held does not come here
        table = Base.metadata.tables[name]
        if name in _COUNTED:
            gone = _with_uses(work, table, ids)
            ended += [UsedBasis(_COUNTED[name], row, uses) for row, uses in gone if uses]
            rows += len(gone)
        else:
            rows += _delete(work, table, ids)
    return Deeds(ended=tuple(ended), details={"rows": str(rows)})


def _with_uses(work: Work, table: Table, ids: Sequence[UUID]) -> list[tuple[UUID, int]]:
    gone = deletion(table).where(table.c.client_id.in_(ids)).returning(table.c.id, table.c.uses)
    return [(row.id, row.uses) for row in work.session.execute(gone, execution_options=_BARE)]


def _delete(work: Work, table: Table, ids: Sequence[UUID]) -> int:
    gone = deletion(table).where(table.c.client_id.in_(ids))
    done = work.session.execute(gone, execution_options=_BARE)
    return cast("CursorResult[Any]", done).rowcount
