"""Say what happened as the canonical bytes that become a leaf of the log.

An entry names ids, codes and digests, never content: the log outlives what it tells of.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias, TypedDict, cast
from uuid import UUID

from msgspec.json import Encoder

from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason
from caseflow.vocabulary.bases import UsedBasis
from caseflow.vocabulary.clock import instant_text

FORMAT = 1
_READER = json.JSONDecoder()
# It spells as the standard library does, ten times as fast; it asks for a text what a name of a
# table is, whose type is one of SQLAlchemy's own.
_WRITER = Encoder(order="sorted", enc_hook=str)

Decision: TypeAlias = Literal["permitted", "refused"]


@dataclass(frozen=True, slots=True)
class DrawerName:
    """A drawer as the log names it."""

    id: UUID
    unit: UUID
    category: str


@dataclass(frozen=True, slots=True)
class RowDigest:
    """A row as it stands after the act, by the digest of its sealed bytes."""

    table: str
    id: UUID
    digest: bytes


class Doer(TypedDict):
    """Who acts, as arguments of a trace."""

    staff: UUID | None
    session: UUID | None
    unit: UUID | None
    role: Role | None
    token: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One act of seeing or doing, as whoever stages it knows it."""

    act: Act
    decision: Decision = "permitted"
    staff: UUID | None = None
    session: UUID | None = None
    unit: UUID | None = None
    role: Role | None = None
    token: UUID | None = None  # of the program that acted for her
    client: UUID | None = None
    clients: tuple[UUID, ...] = ()  # shown together, by a search or a work list
    drawers: tuple[DrawerName, ...] = ()
    fields: tuple[str, ...] = ()  # seen or written
    purpose: str | None = None
    reason: Reason | None = None  # why it was refused
    bases: tuple[UsedBasis, ...] = ()  # the membership is one of them
    ended: tuple[UsedBasis, ...] = ()  # never used again; each with its last number, 0 for none
    rows: tuple[RowDigest, ...] = ()  # written or changed
    reason_digest: bytes | None = None  # SHA-256 of a free reason as it lies sealed to the officers
    keys: tuple[Mapping[str, str], ...] = ()  # key events as the key store lists them
    details: Mapping[str, str] = field(default_factory=dict)  # ids, codes, counts: never content


def by(who: Actor | Person | None) -> Doer:
    """Return who acts, to be handed to a trace as `**by(actor)`; nobody does what time does."""
    if who is None:
        return Doer(staff=None, session=None, unit=None, role=None, token=None)
    if isinstance(who, Actor):
        unit, role = who.unit, who.role
    else:
        unit, role = None, None
    return Doer(staff=who.staff, session=who.session, unit=unit, role=role, token=who.token)


def payload(entry_id: UUID, at: datetime, request_id: str, trace: Trace) -> bytes:
    """Return the entry as canonical JSON: keys sorted, no blanks, UTF-8, what is absent left out.

    Bytes are hexadecimal, instants RFC 3339 in UTC with a `Z`.
    """
    content = {
        "v": FORMAT,
        "id": str(entry_id),
        "at": instant_text(at),
        "request": request_id,
        **_who_and_what(trace),
        **_why_and_with(trace),
    }
    return canonical({key: value for key, value in content.items() if value})


def canonical(content: Mapping[str, Any]) -> bytes:
    """Return the one spelling of this content."""
    return _WRITER.encode(content)


def read_payload(leaf: bytes) -> dict[str, Any]:
    """Return the content of an entry; raises ValueError for bytes that are no entry."""
    text = leaf.decode()
    try:
        content, end = _READER.raw_decode(text)  # an entry has no blanks around it to look for
    except RecursionError as error:
        raise ValueError("An entry of the log is not nested like this") from error
    if end != len(text) or not isinstance(content, dict) or content.get("v") != FORMAT:
        raise ValueError("This is no entry of the log")
    return cast("dict[str, Any]", content)


def _who_and_what(trace: Trace) -> dict[str, Any]:
    """Return who did what to whom."""
    return {
        "act": trace.act.value,
        "decision": trace.decision,
        "staff": _text(trace.staff),
        "session": _text(trace.session),
        "unit": _text(trace.unit),
        "role": trace.role and trace.role.value,
        "token": _text(trace.token),
        "client": _text(trace.client),
        "clients": [str(each) for each in trace.clients],
        "drawers": [_drawer(each) for each in trace.drawers],
        "fields": list(trace.fields),
    }


def _why_and_with(trace: Trace) -> dict[str, Any]:
    """Return why it was decided so, and what it left behind."""
    return {
        "purpose": trace.purpose,
        "reason": trace.reason,
        "bases": _bases(trace.bases),
        "ended": _bases(trace.ended),
        "rows": [_row(each) for each in trace.rows],
        "reason_digest": trace.reason_digest and trace.reason_digest.hex(),
        "keys": [dict(each) for each in trace.keys],
        "details": dict(trace.details),
    }


def _bases(bases: Iterable[UsedBasis]) -> list[dict[str, str | int]]:
    return [{"kind": each.kind.value, "id": str(each.id), "use": each.use} for each in bases]


def _drawer(drawer: DrawerName) -> dict[str, str]:
    return {"id": str(drawer.id), "unit": str(drawer.unit), "category": drawer.category}


def _row(row: RowDigest) -> dict[str, str]:
    return {"table": row.table, "id": str(row.id), "digest": row.digest.hex()}


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
