"""List what the acting unit has declared about a client, running or not, the newest first."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.exceptions.exception_views import ExceptionView, view_of_exception
from caseflow.vault.exception_rows import exceptions_of_unit
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_exceptions(
    work: Work, actor: Actor, client: UUID
) -> Disclosed[tuple[ExceptionView, ...]] | Refused:
    """Return the unit's own; those of other units stay unsaid."""
    given = permit(work, actor, Ask(Act.EXCEPTION_READ, client))
    if isinstance(given, Refused):
        work.finish()
        return given
    found = exceptions_of_unit(work, given.gathered.person, actor.unit)
    views = tuple(view_of_exception(work, actor, each) for each in reversed(found))
    trace(work, given, Deeds(details={"exceptions": str(len(views))}))
    work.finish()
    return Disclosed(views)
