"""Open the reason that somebody gave for an act; for officers, after the trace."""

import hashlib
from contextlib import suppress
from uuid import UUID

from caseflow.audit.look import LogEntry, entry
from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.erasing.tombstones import tombstones_of
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.permit import NO_CLIENT, Deeds, permit_member, trace
from caseflow.vault.reasons import open_as_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import BrokenKey


def read_reason(work: Work, actor: Actor, position: int) -> Disclosed[str | None] | Refused:
    """Return the reason of the entry at a position; None when it is damaged or was exchanged.

    Empty where it went with a client who was erased. No reason about a client whom a wall keeps
    from her: another officer reads it.
    """
    given = permit_member(work, actor, Act.REASON_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = entry(work, position)
    kept = None if found is None else work.session.get(SealedReason, found.id)
    hidden = hidden_clients(work, actor, _about(found))
    if found is None or hidden or "reason_digest" not in found.content:
        refused = refuse(work, given)
        work.finish()
        return refused
    trace(work, given, Deeds(details={"entry": str(found.id), "position": str(position)}))
    erased = kept is None and _was_erased(work, found)
    work.finish()
    if erased:
        return Disclosed("")
    return Disclosed(_open(work, actor, found, None if kept is None else kept.sealed))


def _about(found: LogEntry | None) -> set[UUID]:
    """Return whom an entry is about: a reason tells of a client whom she may have to avoid."""
    said = {} if found is None else found.content
    named = [said["client"]] if "client" in said else []
    return {UUID(each) for each in (*named, *said.get("clients", ()))} or {NO_CLIENT}


def _was_erased(work: Work, found: LogEntry) -> bool:
    client = found.content.get("client")
    return client is not None and bool(tombstones_of(work, UUID(client)))


def _open(work: Work, actor: Actor, found: LogEntry, sealed: bytes | None) -> str | None:
    if sealed is not None and _digest(sealed) == found.content["reason_digest"]:
        with suppress(BrokenKey):
            return open_as_oversight(work, found.id, sealed)
    raise_alarms(work, actor, [Alarm.of_key(SealedReason.__tablename__, found.id)])
    return None


def _digest(sealed: bytes) -> str:
    return hashlib.sha256(sealed).hexdigest()
