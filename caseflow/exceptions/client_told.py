"""Record whether the client knows of an emergency access, or why not yet; an officer does."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.review_emergency import emergency_row
from caseflow.vault.again import again
from caseflow.vault.permit import NO_CLIENT, Ask, Deeds, permit, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.review_rules import ClientTold


def record_client_told(
    work: Work, actor: Actor, emergency: UUID, told: str, why: str
) -> Done[None] | Invalid | Refused:
    """Record it, as often as it changes; that she does not know yet needs its reason."""
    return again(work, partial(_attempt, work, actor, emergency, told, why.strip()))


def _attempt(
    work: Work, actor: Actor, emergency: UUID, told: str, why: str
) -> Done[None] | Invalid | Refused:
    row = emergency_row(work, emergency)
    client = NO_CLIENT if row is None else row.client_id
    given = permit(work, actor, Ask(Act.EMERGENCY_REVIEW, client))
    if isinstance(given, Refused):
        return given
    if row is None:
        return refuse(work, given)
    if row.staff_id == actor.staff:
        return refuse(work, given, Reason.NOT_YOUR_ROLE)
    problems = [] if told in list(ClientTold) else [Problem("told", "not_a_choice")]
    if told == ClientTold.NOT_YET and not why:
        problems.append(Problem("why", "required"))
    if problems:
        work.abandon()
        return Invalid(tuple(problems))
    sealed = seal_for_oversight(work, row.id, why, "told_note") if why else None
    change(work, row, client_told=told, told_note=sealed)
    details = {"emergency": str(row.id), "client_told": told}
    trace(work, given, Deeds(rows=(digest_of(row),), details=details))
    return Done(None)
