"""List what the acting unit has told partners of one client, and what waits for an answer."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.disclosures.disclosure_rows import own_disclosures
from caseflow.disclosures.views import DisclosureView, view_of_disclosure
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_disclosures(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[tuple[DisclosureView, ...]] | Refused:
    """Return the unit's disclosures of a client, the newest first; none of their words."""
    given = permit(work, actor, Ask(Act.DISCLOSURE_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    now = work.clock.now()
    views = tuple(view_of_disclosure(row, now) for row in own_disclosures(work, given))
    trace(work, given, Deeds(details={"disclosures": str(len(views))}))
    work.finish()
    return Disclosed(views)
