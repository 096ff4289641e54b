"""Look whether a guardian may declare for a client, and until when, before it is recorded."""

from datetime import date, datetime
from uuid import UUID

from caseflow.consents.check_declarer import check_declarer, check_guardian
from caseflow.consents.declaration import Declaration
from caseflow.database.unit_of_work import Work
from caseflow.vault.declarers import OnDeclarers, what_is_known
from caseflow.vault.let_pass import let_pass
from caseflow.vault.majority import latest_majority
from caseflow.vault.permit import Ask, permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.clock import local_day, start_of_day
from caseflow.vocabulary.states import Authority, Declarer


def look_at_guardian(
    work: Work, actor: Actor, client: UUID, declared: Declaration
) -> OnDeclarers | Invalid | Refused:
    """Return what is known of it, or why not; whoever may not record learns nothing.

    The look is committed before it is answered: that somebody is blocked has been seen then.
    """
    given = permit(work, actor, Ask(Act.CONSENT_RECORD, client))
    if isinstance(given, Refused):
        return given
    let_pass(work, given, again=False)
    if any(check_declarer(declared)):
        return OnDeclarers()  # it is not recorded anyway: nobody needs to be looked up
    known = what_is_known(work, actor, client)
    today = local_day(work.clock.now(), work.configuration.zone)
    barred = tuple(check_guardian(declared, known, today))
    return Invalid(barred) if barred else known


def majority_of(work: Work, declared: Declaration, of_age: date | None) -> datetime | None:
    """Return when the client is of age, as far as it is known; None where that ends nothing."""
    ends_nothing = declared.authority == Authority.ADULT_CARE
    if declared.declared_by != Declarer.GUARDIAN or ends_nothing:
        return None
    return start_of_day(of_age or latest_majority(work), work.configuration.zone)
