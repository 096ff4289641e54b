"""Declare another lawful exception: the protection of a child, or an order.

§ 8a SGB VIII, § 4 KKG, a court's or a statute's order. Never called consent, and it opens nothing
until a second person has agreed.
"""

from functools import partial
from typing import cast
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.exceptions import LawfulException
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.check_ground import check_ground
from caseflow.exceptions.exceptional_ground import SAID, ExceptionalGround
from caseflow.identity.units import list_units
from caseflow.vault.again import again
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.clock import end_of_day, local_day
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import UnitKind


def declare_exception(
    work: Work, actor: Actor, client: UUID, ground: ExceptionalGround
) -> Done[UUID] | Invalid | Refused:
    """Record what is declared, its texts sealed to the officers, and return its id."""
    return again(work, partial(_attempt, work, actor, client, ground))


def _attempt(
    work: Work, actor: Actor, client: UUID, ground: ExceptionalGround
) -> Done[UUID] | Invalid | Refused:
    reason = ground.written() if ground.kind in SAID else ""
    given = permit(work, actor, Ask(Act.EXCEPTION_DECLARE, client, reason=reason))
    if isinstance(given, Refused):
        return given
    today = local_day(work.clock.now(), work.configuration.zone)
    known = [unit.id for unit in list_units(work) if unit.kind is not UnitKind.OVERSIGHT]
    problems = check_ground(ground, actor.unit, known, work.configuration, today)
    if problems:
        work.abandon()
        return Invalid(problems)
    row = _row(work, given, ground)
    work.session.add(row)
    work.session.flush()
    trace(work, given, Deeds(rows=(digest_of(row),), details={"exception": str(row.id)}))
    return Done(row.id)


def _row(work: Work, given: Permit, ground: ExceptionalGround) -> LawfulException:
    row, now, zone = new_id(), work.clock.now(), work.configuration.zone
    usual = local_day(now, zone) + work.configuration.limits.exception
    return LawfulException(
        client_id=given.ask.client,
        id=row,
        kind=ground.kind,
        unit_id=given.actor.unit,
        declared_by=given.actor.staff,
        from_units=tuple(ground.from_units),
        categories=tuple(ground.categories | ground.expressly),
        purpose=ground.purpose,
        grounds=seal_for_oversight(work, row, ground.written()),
        grounds_digest=cast("bytes", given.reason_digest),
        declared_at=now,
        until=end_of_day(ground.until or usual, zone),
    )
