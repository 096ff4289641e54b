"""Look by which ways she may be reminded, before an appointment that names one is written."""

from collections.abc import Mapping
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.safe_ways import look_at_ways
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.safe_contact import Ways


def ways_for(
    work: Work, actor: Actor, client: UUID, typed: Mapping[str, str]
) -> Ways | Refused | None:
    """Return the ways to her, traced as every look; None where nobody is to remind her.

    The look is a transaction of its own: an answer of hers that comes between the two binds the
    next appointment.
    """
    if not typed.get("reminder"):
        return None
    knocked = permit(work, actor, Ask(Act.APPOINTMENT_WRITE, client))
    if isinstance(knocked, Refused):
        return knocked
    let_pass(work, knocked, again=False)
    return look_at_ways(work, actor, client)
