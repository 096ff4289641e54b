"""List a client's consents as the acting unit may see them."""

from uuid import UUID

from caseflow.consents.pending import pending_categories
from caseflow.consents.views import ConsentView, view_of
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_consents(
    work: Work, actor: Actor, client: UUID, reason: str = "", *, form: str = ""
) -> Disclosed[tuple[ConsentView, ...]] | Refused:
    """Return the consents in which the unit gives, receives or recorded, the newest first.

    `form` is told to the log where they are handed out in another form than our own.
    """
    given = permit(work, actor, Ask(Act.CONSENT_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    pending = pending_categories(work, client)
    now = work.clock.now()
    rows = sorted(
        given.gathered.consents.values(), key=lambda row: (row.recorded_at, row.id), reverse=True
    )
    seen = (view_of(row, actor.unit, now, pending.get(row.id, ())) for row in rows)
    views = tuple(view for view in seen if view is not None)
    told = {"consents": str(len(views))} | ({"form": form} if form else {})
    trace(work, given, Deeds(details=told))
    work.finish()
    return Disclosed(views)
