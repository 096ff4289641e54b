"""Tell the officer of whoever asks for a client behind a wall against her, and nobody else.

She gets the answer of an id that was never issued, and nothing takes longer for her: each refusal
asks the log the same two questions, and the alarm goes in the statement of the refusal's trace.
"""

from contextlib import suppress
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.audit.entries import read_payload
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.tables.clients import Client
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import instant_text

_HOUR = len("2026-03-02T09")
_SIGN = f'"act":"{Act.ALARM_WALL.value}"'.encode()
# Staged ones first: an entry that is integrated meanwhile is then found among the leaves.
_STAGED = select(StagedEntry)
_LEAVES = select(Leaf.payload).where(
    Leaf.client_id == bindparam("client"), Leaf.act == Act.ALARM_WALL
)


def heed_wall(work: Work, actor: Actor, client: UUID, *, walled: bool) -> None:
    """Raise an alarm where a wall stands, once for each staff member, client and hour."""
    staged = [row for row in work.session.scalars(_STAGED) if _tells(row.payload, client)]
    payloads = [row.payload for row in intact(work, staged)]
    payloads += work.session.scalars(_LEAVES, {"client": client})
    hour = instant_text(work.clock.now())[:_HOUR]
    told = any(_is_hers(each, actor, client, hour) for each in payloads)
    if walled and not told:
        work.alarms.append(Alarm(Act.ALARM_WALL, Client.__tablename__, client))


def _tells(payload: Any, client: UUID) -> bool:  # noqa: ANN401 - anything may lie in a forged row
    return isinstance(payload, bytes) and _SIGN in payload and str(client).encode() in payload


def _is_hers(payload: bytes, actor: Actor, client: UUID, hour: str) -> bool:
    with suppress(KeyError, TypeError, ValueError):  # the verification of the log names it
        content = read_payload(payload)
        said = (content["staff"], content["client"], content["at"][:_HOUR])
        return said == (str(actor.staff), str(client), hour)
    return False
