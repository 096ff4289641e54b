"""Give up a second factor while another one stays, and make new recovery codes."""

from uuid import UUID

from sqlalchemy import delete

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.other_log_ins import OpenIdLink
from caseflow.database.tables.second_factors import OneTimeSecret, Passkey
from caseflow.database.unit_of_work import Work
from caseflow.identity.list_factors import list_factors
from caseflow.identity.own_membership import refuse
from caseflow.identity.recovery_codes import make_recovery_codes
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused


def remove_factor(work: Work, who: Actor | Person, factor: UUID) -> Done[UUID] | Invalid | Refused:
    """Delete one of her factors; the last one only an administrator takes, by a reset."""
    held = {each.id: each for each in list_factors(work, who).shown}
    if factor not in held:
        return refuse(work, who, Act.FACTOR_REMOVE, Reason.NOT_OPEN)
    if len(held) == 1:
        return Invalid((Problem("factor", "last_factor"),))
    for table in (OneTimeSecret, Passkey, OpenIdLink):
        work.session.execute(delete(table).where(table.id == factor, table.staff_id == who.staff))
    told = {"factor": held[factor].kind}
    record(work, Trace(act=Act.FACTOR_REMOVE, **by(who), details=told))
    return Done(factor)


def renew_recovery_codes(work: Work, who: Actor | Person) -> Done[tuple[str, ...]] | Refused:
    """Make ten new recovery codes for whoever has a factor; the old ones work no more."""
    if not list_factors(work, who).shown:
        return refuse(work, who, Act.FACTOR_ADD, Reason.NOT_OPEN)
    codes = make_recovery_codes(work, who.staff)
    record(work, Trace(act=Act.FACTOR_ADD, **by(who), details={"factor": "recovery_code"}))
    return Done(codes)
