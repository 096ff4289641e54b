"""Declare an emergency: reading without consent in danger to life or limb.

§ 34 StGB, Art. 9(2)(c) GDPR. For the person who declares it, for limited time, reviewed.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from typing import cast
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.emergencies import grant_by_emergency
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.plans import emergency_categories
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id


@dataclass(frozen=True, slots=True)
class Danger:
    """Why she must read at once: which danger, who is threatened, why no other way is left."""

    danger: str
    threatened: str
    why_no_other_way: str

    def written(self) -> str:
        """Return it as it is sealed to the officers."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Declared:
    """A running emergency access and its end by itself."""

    id: UUID
    until: datetime


def declare_emergency(
    work: Work, actor: Actor, client: UUID, danger: Danger, needed: frozenset[str]
) -> Done[Declared] | Invalid | Refused:
    """Open the needed emergency categories to the actor alone; the reason goes to the officers.

    Raises Stale when others were faster again and again.
    """
    return again(work, partial(_attempt, work, actor, client, danger, needed))


def _attempt(
    work: Work, actor: Actor, client: UUID, danger: Danger, needed: frozenset[str]
) -> Done[Declared] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.EMERGENCY_DECLARE, client, reason=danger.written()))
    if isinstance(given, Refused):
        return given
    problems = (*_check_danger(danger), *_check_needed(needed, emergency_categories(work)))
    if problems:
        work.abandon()
        return Invalid(problems)
    emergency = _row(work, given, danger, needed)
    work.session.add(emergency)
    work.session.flush()
    granted = grant_by_emergency(work, given, emergency)
    told = Deeds(rows=(digest_of(emergency),), details={"emergency": str(emergency.id)})
    trace(work, given, joined(granted, told))
    return Done(Declared(emergency.id, emergency.until))


def _check_danger(danger: Danger) -> Iterator[Problem]:
    for field, text in asdict(danger).items():
        if not text.strip():
            yield Problem(field, "required")


def _check_needed(needed: frozenset[str], known: frozenset[str]) -> Iterator[Problem]:
    if not needed:
        yield Problem("needed_categories", "required")
    for category in sorted(needed - known):
        yield Problem("needed_categories", "no_emergency_category", {"category": category})


def _row(work: Work, given: Permit, danger: Danger, needed: frozenset[str]) -> EmergencyAccess:
    row, now = new_id(), work.clock.now()
    return EmergencyAccess(
        client_id=given.ask.client,
        id=row,
        staff_id=given.actor.staff,
        unit_id=given.actor.unit,
        categories=tuple(needed),
        reason=seal_for_oversight(work, row, danger.written(), "reason"),
        reason_digest=cast("bytes", given.reason_digest),
        declared_at=now,
        until=now + work.configuration.limits.emergency,
    )
