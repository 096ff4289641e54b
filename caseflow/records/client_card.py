"""Open a client's code so that her card can be printed."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import code_of
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def client_card(work: Work, actor: Actor, client: UUID) -> Disclosed[str] | Refused:
    """Return the code for her card; only a unit with an open case prints one."""
    given = permit(work, actor, Ask(Act.CARD_PRINT, client))
    case = None if isinstance(given, Refused) else given.gathered.case
    if isinstance(given, Refused) or case is None:
        work.finish()
        return given if isinstance(given, Refused) else Refused()
    trace(work, given, Deeds(fields=("cases.code",)))
    work.finish()
    return Disclosed(code_of(work, case))
