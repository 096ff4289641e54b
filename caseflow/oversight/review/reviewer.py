"""Say who may review: an officer who administers no accounts."""

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Permit, permit_member
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused


def permit_reviewer(work: Work, actor: Actor, act: Act) -> Permit | Refused:
    """Return a permit for an act of the review, or the refusal, traced already.

    Whoever can make accounts must not be the one who says that they were used rightly.
    """
    given = permit_member(work, actor, act)
    if isinstance(given, Refused):
        return given
    found = intact(work, work.session.scalars(select(Staff).where(Staff.id == actor.staff)))
    if any(not each.administrator for each in found):
        return given
    return refuse(work, given, Reason.NOT_YOUR_ROLE)
