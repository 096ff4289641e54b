"""Keep something from being erased: a client, a unit, or one unit's file of a client."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.retention import Erasure, Hold
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.named_client import is_there
from caseflow.vault.again import again
from caseflow.vault.erasing.tombstones import hold_tombstone, tombstones_of
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.permit import Ask, Deeds, Permit, permit, permit_member, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
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
    """Set a hold from now on and return its id; a client who was never there is refused.

    Of one who was erased it keeps the evidence; it is too late once that has gone.
    """
    return again(work, partial(_attempt, work, actor, wanted))


def _attempt(work: Work, actor: Actor, wanted: HeldBack) -> Done[UUID] | Invalid | Refused:
    given = _permit(work, actor, wanted.client)
    if isinstance(given, Refused):
        return given
    problems = _problems(wanted)
    if problems:
        work.abandon()
        return Invalid(problems)
    stopped = _keep_as_it_is(work, given, wanted)
    if stopped is not None:
        return stopped
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
    if isinstance(given, Permit) and not is_there(work, client) and not _left(work, client):
        return refuse(work, given)
    return given


def _left(work: Work, client: UUID) -> list[Erasure]:
    """Return the tombstones of somebody of whom nothing but evidence is left, or not even that."""
    return [row for row in tombstones_of(work, client) if row.whole]


def _keep_as_it_is(work: Work, given: Permit, wanted: HeldBack) -> Invalid | Refused | None:
    """Let nobody erase her, or the evidence of her, before the hold stands; say why it cannot.

    What is left of an erased client is evidence, kept by its own rule: a claim may need it for
    longer (Art. 17(3)(e) GDPR), and nothing else is a reason to keep it.
    """
    if wanted.client is None:
        return None
    if is_there(work, wanted.client):
        hold_person(work, wanted.client)  # whoever erases her at this instant comes first
        return None
    for row in _left(work, wanted.client):
        hold_tombstone(work, row.id)
    work.session.expire_all()
    if all(row.evidence_gone_at is not None for row in _left(work, wanted.client)):
        return refuse(work, given, Reason.TOO_LATE)
    if wanted.kind != HoldKind.LEGAL or wanted.unit is not None:
        work.abandon()
        return Invalid((Problem("kind", "only_evidence"),))
    return None


def _problems(wanted: HeldBack) -> tuple[Problem, ...]:
    problems = []
    if wanted.kind not in list(HoldKind):
        problems.append(Problem("kind", "not_a_choice"))
    if wanted.client is None and (wanted.unit is None or wanted.kind == HoldKind.WISH):
        problems.append(Problem("client", "required"))
    if not wanted.reason.strip():
        problems.append(Problem("reason", "required"))
    return tuple(problems)
