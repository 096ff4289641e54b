"""List the lawful exceptions that wait for the actor to agree or refuse, the oldest first."""

from caseflow.database.unit_of_work import Work
from caseflow.exceptions.exception_views import ExceptionView, view_of_exception
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.second_person import waiting_for
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_waiting(work: Work, actor: Actor) -> Disclosed[tuple[ExceptionView, ...]] | Refused:
    """Return what waits for an officer, or for a lead of an owning unit."""
    given = permit_member(work, actor, Act.EXCEPTION_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    views = tuple(view_of_exception(work, actor, each) for each in waiting_for(work, actor))
    shown = dict.fromkeys(view.client for view in views)
    trace(work, given, Deeds(clients=tuple(shown), details={"exceptions": str(len(views))}))
    work.finish()
    return Disclosed(views)
