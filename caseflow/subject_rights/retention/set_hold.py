"""Keep something from being erased: a client, a unit, or one unit's file of a client."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.retention import Hold
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.named_client import is_there
from caseflow.vault.again import again
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.permit import Ask, Deeds, Permit, permit, permit_member, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.retention import HoldKind


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What is held, and why; the text is sealed to the officers."""

    kind: str
    client: UUID | None
    unit: UUID | None
    reason: str


def set_hold(work: Work, actor: Actor, wanted: HeldBack) -> Done[UUID] | Invalid | Refused:
    """Set a hold from now on and return its id; a client who is not there is refused."""
    return again(work, partial(_attempt, work, actor, wanted))


def _attempt(work: Work, actor: Actor, wanted: HeldBack) -> Done[UUID] | Invalid | Refused:
    given = _permit(work, actor, wanted.client)
    if isinstance(given, Refused):
        return given
    problems = _problems(wanted)
    if problems:
        work.abandon()
        return Invalid(problems)
    if wanted.client is not None:
        hold_person(work, wanted.client)  # whoever erases her at this instant comes first
    row = new_id()
    hold = Hold(
        id=row,
        kind=wanted.kind,
        client_id=wanted.client,
        unit_id=wanted.unit,
        reason=seal_for_oversight(work, row, wanted.reason.strip(), "reason"),
        set_by=actor.staff,
        set_at=work.clock.now(),
    )
    work.session.add(hold)
    work.session.flush()
    told = {"hold": str(row), "kind": wanted.kind}
    of = {} if wanted.unit is None else {"of_unit": str(wanted.unit)}
    trace(work, given, Deeds(rows=(digest_of(hold),), details={**told, **of}))
    return Done(row)


def _permit(work: Work, actor: Actor, client: UUID | None) -> Permit | Refused:
    if client is None:
        return permit_member(work, actor, Act.HOLD_SET)
    given = permit(work, actor, Ask(Act.HOLD_SET, client))
    if isinstance(given, Permit) and not is_there(work, client):
        return refuse(work, given)
    return given


def _problems(wanted: HeldBack) -> tuple[Problem, ...]:
    problems = []
    if wanted.kind not in list(HoldKind):
        problems.append(Problem("kind", "not_a_choice"))
    if wanted.client is None and (wanted.unit is None or wanted.kind == HoldKind.WISH):
        problems.append(Problem("client", "required"))
    if not wanted.reason.strip():
        problems.append(Problem("reason", "required"))
    return tuple(problems)
