"""Show an officer one emergency access with the reason that was given for it."""

import json
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.exceptions.declare_emergency import Danger
from caseflow.exceptions.emergency_views import EmergencyView, view_of
from caseflow.exceptions.review_emergency import emergency_row
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.erasing.unsay_reasons import UNSAID
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.permit import NO_CLIENT, Deeds, permit_member, trace
from caseflow.vault.reasons import open_as_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import BrokenKey


@dataclass(frozen=True, slots=True)
class EmergencyDetail:
    """An emergency access, why it was declared, and what the officer noted; empty for nothing."""

    emergency: EmergencyView
    danger: Danger | None  # None where the sealed reason is damaged
    note: str
    told_note: str = ""  # why the client does not know yet
    erased: bool = False  # she was erased, and what was said with her


def show_emergency(
    work: Work, actor: Actor, emergency: UUID
) -> Disclosed[EmergencyDetail] | Refused:
    """Return one emergency access; its reason opens after the trace."""
    given = permit_member(work, actor, Act.REASON_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    row = emergency_row(work, emergency)
    # Of a client whom a wall keeps from her no officer reads why somebody was in danger.
    hidden = hidden_clients(work, actor, {NO_CLIENT if row is None else row.client_id})
    if row is None or hidden:
        refused = refuse(work, given)
        work.finish()
        return refused
    view = view_of(work, row)
    told = {"emergency": str(row.id)}
    trace(work, given, Deeds(clients=(row.client_id,), details=told))
    work.finish()
    if row.reason == UNSAID:
        return Disclosed(EmergencyDetail(view, None, "", erased=True))
    try:
        danger = Danger(**json.loads(open_as_oversight(work, row.id, row.reason, "reason")))
        note, why = (
            "" if each is None else open_as_oversight(work, row.id, each, column)
            for column, each in (("note", row.note), ("told_note", row.told_note))
        )
    except BrokenKey:
        raise_alarms(work, actor, [Alarm.of_key(EmergencyAccess.__tablename__, row.id)])
        return Disclosed(EmergencyDetail(view, None, ""))
    return Disclosed(EmergencyDetail(view, danger, note, why))
