"""List to the officers what is held from being erased, and why."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.retention import Hold
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.erasing.holds import load_holds
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.permit import Deeds, permit_member
from caseflow.vault.reasons import open_as_oversight
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import BrokenKey


@dataclass(frozen=True, slots=True)
class HoldView:
    """A hold that stands."""

    id: UUID
    kind: str
    client: UUID | None
    unit: UUID | None
    set_by: UUID
    set_at: datetime
    reason: str | None  # None where the sealed text is damaged


def list_holds(work: Work, actor: Actor) -> Disclosed[tuple[HoldView, ...]] | Refused:
    """Return those that stand, the oldest first; the reasons open after the trace."""
    given = permit_member(work, actor, Act.RETENTION_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    standing = load_holds(work).standing
    clients = {row.client_id for row in standing if row.client_id is not None}
    hidden = hidden_clients(work, actor, clients)
    rows = [row for row in standing if row.client_id not in hidden]
    shown = tuple(dict.fromkeys(row.client_id for row in rows if row.client_id is not None))
    trace_in_sheets(work, given, Deeds(clients=shown, details={"holds": str(len(rows))}))
    work.finish()
    return Disclosed(tuple(_view(work, actor, row) for row in rows))


def _view(work: Work, actor: Actor, row: Hold) -> HoldView:
    reason = None
    with suppress(BrokenKey):
        reason = open_as_oversight(work, row.id, row.reason, "reason")
    if reason is None:
        raise_alarms(work, actor, [Alarm.of_key(Hold.__tablename__, row.id)])
    return HoldView(row.id, row.kind, row.client_id, row.unit_id, row.set_by, row.set_at, reason)
