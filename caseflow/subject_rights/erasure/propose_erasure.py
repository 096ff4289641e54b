"""Propose to erase a client, or one unit's file of her; nothing goes before a second agrees."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import may_know, state_of
from caseflow.subject_rights.erasure.hindrances import hindrances
from caseflow.subject_rights.named_client import is_there
from caseflow.vault.again import again
from caseflow.vault.erasing.scope import Scope
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.retention import ErasureGround, ErasureState


@dataclass(frozen=True, slots=True)
class Proposal:
    """Of whose file, on which ground, and why; the text is sealed to the officers."""

    unit: UUID | None  # none: of all that there is of her
    ground: str
    text: str


def propose_erasure(
    work: Work, actor: Actor, client: UUID, proposal: Proposal
) -> Done[UUID] | Invalid | Refused:
    """Record the proposal and return its id; what waits already stays the one there is.

    A lead proposes for her own unit or for all; she is not told what stands against it.
    """
    return again(work, partial(_attempt, work, actor, client, proposal))


def _attempt(
    work: Work, actor: Actor, client: UUID, proposal: Proposal
) -> Done[UUID] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.ERASURE_PROPOSE, client, reason=proposal.text.strip()))
    if isinstance(given, Refused):
        return given
    if not is_there(work, client):
        return refuse(work, given)
    problems = _problems(work, given, proposal)
    if problems:
        work.abandon()
        return Invalid(problems)
    ids = given.gathered.person.ids
    row = _waiting(work, actor, ids, proposal) or _row(work, given, proposal)
    details = {"erasure": str(row.id), "ground": row.ground}
    details |= {} if row.unit_id is None else {"unit": str(row.unit_id)}
    trace(work, given, Deeds(rows=(digest_of(row),), details=details))
    return Done(row.id)


def _problems(work: Work, given: Permit, proposal: Proposal) -> tuple[Problem, ...]:
    problems = []
    if proposal.ground not in list(ErasureGround):
        problems.append(Problem("ground", "not_a_choice"))
    if not proposal.text.strip():
        problems.append(Problem("text", "required"))
    if not _of_this_unit(work, given, proposal.unit):
        problems.append(Problem("unit", "not_a_choice"))
    if problems or given.actor.role is not Role.OFFICER:
        return tuple(problems)
    scope = Scope(given.gathered.person.ids, proposal.unit)
    return hindrances(work, given.actor, scope, ErasureGround(proposal.ground))


def _of_this_unit(work: Work, given: Permit, unit: UUID | None) -> bool:
    """Say whether the unit is hers to name: a lead's own, and an officer's any that has a case."""
    if unit is None:
        return True
    if given.actor.role is not Role.OFFICER:
        return unit == given.actor.unit
    found = select(Case.id).where(
        Case.client_id.in_(given.gathered.person.ids), Case.unit_id == unit
    )
    return work.session.scalars(found).first() is not None


def _waiting(work: Work, actor: Actor, ids: tuple[UUID, ...], proposal: Proposal) -> Erasure | None:
    found = select(Erasure).where(Erasure.client_id.in_(ids), Erasure.answered_at.is_(None))
    same = (
        row
        for row in intact(work, work.session.scalars(found.order_by(Erasure.proposed_at)))
        if state_of(row) is ErasureState.WAITING
        and may_know(actor, row)
        and (row.unit_id, row.ground) == (proposal.unit, proposal.ground)
    )
    return next(same, None)


def _row(work: Work, given: Permit, proposal: Proposal) -> Erasure:
    row = Erasure(
        client_id=given.ask.client,
        unit_id=proposal.unit,
        ground=proposal.ground,
        proposed_by=given.actor.staff,
        proposed_as=given.actor.role,
        proposed_at=work.clock.now(),
    )
    work.session.add(row)
    work.session.flush()
    return row
