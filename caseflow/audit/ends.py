"""Say which consents and exceptions of a client have ended, or in part, as the log tells it.

A row can be put back as it once was, with the seal that it had then; the log cannot.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind

ENDING = (
    Act.CONSENT_WITHDRAW,
    Act.CONSENT_EXPIRE,
    Act.EMERGENCY_END,
    Act.EMERGENCY_REVIEW,  # an unjustified one ends with its review
    Act.EXCEPTION_END,
    Act.EXCEPTION_ANSWER,  # a refused one ends with its answer
    Act.WALL_RECORD,  # nobody has an emergency on the other side of a wall
    Act.MERGE_ANSWER,  # what she agreed to under one id opens nothing by itself any more
)
_KINDS = (BasisKind.CONSENT, BasisKind.EMERGENCY, BasisKind.EXCEPTION)


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of one client's consents, emergencies and other exceptions."""

    over: frozenset[UUID]  # withdrawn as a whole, ended, or run out
    withdrawals: Mapping[UUID, int]  # how often a consent's row was changed by one
    merged: frozenset[UUID] = frozenset()  # merges with others that were agreed to, undone or not

    def outdate(self, consent: UUID, version: int) -> bool:
        """Say whether a consent is over, or its row is older than its newest withdrawal."""
        return consent in self.over or version <= self.withdrawals.get(consent, 0)


def ends_of(work: Work, clients: Collection[UUID]) -> Ends:
    """Return what the log says of the ends of a person's consents and exceptions, by all her ids.

    What one of them ended while they were merged, it tells under that one alone.
    """
    over: set[UUID] = set()
    withdrawals: Counter[UUID] = Counter()
    merged: set[UUID] = set()
    for content in _endings(work, clients).values():
        for kind in _KINDS:
            over |= _named(content, "ended", kind=kind)
        if content["act"] == Act.CONSENT_WITHDRAW:
            withdrawals.update(_named(content, "rows", table=Consent.__tablename__))
        merged |= _merged(content)
    return Ends(frozenset(over), withdrawals, frozenset(merged))


def _merged(content: Mapping[str, Any]) -> set[UUID]:
    """Return the merge that an entry tells was agreed to."""
    details = content.get("details", {})
    agreed = content["act"] == Act.MERGE_ANSWER and details.get("agreed") == "yes"
    return {UUID(details["merge"])} if agreed else set()


def _endings(work: Work, clients: Collection[UUID]) -> dict[str, dict[str, Any]]:
    """Return the entries of acts that end a consent or an exception, by id.

    Staged ones first: an entry that is integrated meanwhile is then found among the leaves.
    """
    staged = _staged(work, clients)
    leaves = select(Leaf.payload).where(Leaf.client_id.in_(clients), Leaf.act.in_(ENDING))
    entries = {}
    for payload in (*staged, *work.session.scalars(leaves)):
        with suppress(KeyError, TypeError, ValueError):  # the verification of the log names it
            content = read_payload(payload)
            entries[content["id"]] = content
    hers = {str(client) for client in clients}
    return {name: each for name, each in entries.items() if each.get("client") in hers}


def _staged(work: Work, clients: Collection[UUID]) -> list[bytes]:
    # They are few, and name nobody in a column.
    found: Iterable[Any] = work.session.execute(select(StagedEntry.id, StagedEntry.payload))
    hers = [str(client).encode() for client in clients]
    signs = [f'"act":"{act.value}"'.encode() for act in ENDING]
    ids = [
        entry
        for entry, payload in found
        if isinstance(payload, bytes)
        and any(client in payload for client in hers)
        and any(sign in payload for sign in signs)
    ]
    if not ids:
        return []
    rows = intact(work, work.session.scalars(select(StagedEntry).where(StagedEntry.id.in_(ids))))
    return [row.payload for row in rows]


def _named(content: Mapping[str, Any], key: str, **said: str) -> set[UUID]:
    return {
        UUID(each["id"])
        for each in content.get(key, ())
        if all(each[name] == value for name, value in said.items())
    }
