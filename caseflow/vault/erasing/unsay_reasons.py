"""Delete what was said to the officers about a client; that it was said stays, with its hash."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias, cast
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, Table, delete, select, update

from caseflow.audit.entries import read_payload
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.audit_log import Leaf, SealedReason, StagedEntry
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.unit_of_work import Work
from caseflow.vault.erasing.scope import Scope

_BARE = {"synchronize_session": False}
UNSAID = b""  # where a sealed reason stood
Spoken: TypeAlias = type[EmergencyAccess] | type[LawfulException]
_TEXTS: tuple[tuple[Spoken, tuple[str, ...]], ...] = (
    (EmergencyAccess, ("reason", "note", "told_note")),
    (LawfulException, ("grounds",)),
)


def unsay_reasons(work: Work, scope: Scope) -> None:
    """Delete the reasons of her entries in the log, and of emergencies and other exceptions."""
    in_log = select(Leaf.entry_id).where(Leaf.client_id.in_(scope.ids))
    if scope.unit is not None:
        in_log = in_log.where(Leaf.unit_id == scope.unit)
    staged = _staged(work, scope)
    for entries in (in_log, staged):
        statement = delete(SealedReason).where(SealedReason.entry_id.in_(entries))
        work.session.execute(statement, execution_options=_BARE)
    for table, columns in _TEXTS:
        _blank(work, scope, table, columns)


def _staged(work: Work, scope: Scope) -> list[UUID]:
    """Return her entries that are not in the tree yet."""
    rows = work.session.execute(select(StagedEntry.id, StagedEntry.payload))
    return [entry for entry, payload in rows if _about(payload, scope)]


def _about(payload: bytes, scope: Scope) -> bool:
    try:
        said = read_payload(payload)
    except ValueError:
        return False  # a forged one; whoever integrates it raises the alarm
    hers = said.get("client") in set(map(str, scope.ids))
    return hers and (scope.unit is None or said.get("unit") == str(scope.unit))


def _blank(
    work: Work,
    scope: Scope,
    table: Spoken,
    columns: Iterable[str],
) -> None:
    which: list[ColumnElement[bool]] = [table.client_id.in_(scope.ids)]
    if scope.unit is not None:
        which.append(table.unit_id == scope.unit)
    found = work.session.scalars(select(table).where(*which))
    rows = cast("Sequence[EmergencyAccess | LawfulException]", found.all())
    for row in intact(work, rows):
        said = {column: UNSAID for column in columns if getattr(row, column) is not None}
        change(work, row, **said)
    # A row whose seal is broken is an alarm already; its words go all the same.
    for column in (cast("Table", table.__table__).c[name] for name in columns):
        statement = update(table).where(*which, column != UNSAID).values({column.name: UNSAID})
        cast("CursorResult[Any]", work.session.execute(statement, execution_options=_BARE))
