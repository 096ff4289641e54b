"""Agree to an erasure as the second person, and it is done at once; or refuse it."""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import answerable, permit_on
from caseflow.subject_rights.erasure.hindrances import hindrances
from caseflow.subject_rights.named_client import is_there
from caseflow.vault.again import again
from caseflow.vault.erasing.bury import bury
from caseflow.vault.erasing.scope import Scope
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.permit import Deeds, Permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.retention import ErasureGround


def answer_erasure(
    work: Work, actor: Actor, erasure: UUID, *, agreed: bool
) -> Done[None] | Invalid | Refused:
    """Record the answer; agreed to, her keys are destroyed in the same transaction.

    Invalid where something stands against it by now.
    """
    return again(work, partial(_attempt, work, actor, erasure, agreed=agreed))


def _attempt(
    work: Work, actor: Actor, erasure: UUID, *, agreed: bool
) -> Done[None] | Invalid | Refused:
    found = permit_on(work, actor, Act.ERASURE_ANSWER, erasure)
    if isinstance(found, Refused):
        return found
    given, row = found
    if not answerable(actor, row) or not is_there(work, row.client_id):
        return refuse(work, given, Reason.TOO_LATE)
    if agreed:
        person = hold_person(work, row.client_id)
        scope = Scope(person.ids, row.unit_id)
        problems = hindrances(work, actor, scope, ErasureGround(row.ground))
        if problems:
            work.abandon()
            return Invalid(problems)
    change(work, row, answered_by=actor.staff, answered_at=work.clock.now())
    if agreed:
        bury(work, actor, row)
    _trace(work, given, row, agreed=agreed)
    return Done(None)


def _trace(work: Work, given: Permit, row: Erasure, *, agreed: bool) -> None:
    told = {"erasure": str(row.id), "agreed": "yes" if agreed else "no"}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
