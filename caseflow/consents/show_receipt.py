"""Show the receipt of a consent once more: she may ask for it as long as it is kept."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.consents.view_one import view_one
from caseflow.consents.views import ConsentView
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class Issued:
    """What stands on a receipt, and the entry of the log that tells of its issue."""

    entry: UUID
    view: ConsentView


def show_receipt(
    work: Work, actor: Actor, client: UUID, consent: UUID, reason: str = ""
) -> Disclosed[ConsentView] | Refused:
    """Return what stands on the receipt: to the unit that recorded it all, to others their part."""
    answer = issue_receipt(work, actor, client, consent, reason)
    return answer if isinstance(answer, Refused) else Disclosed(answer.value.view)


def issue_receipt(
    work: Work, actor: Actor, client: UUID, consent: UUID, reason: str
) -> Disclosed[Issued] | Refused:
    """Return the same with the entry that tells of it."""
    given = permit(work, actor, Ask(Act.CONSENT_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    view = view_one(work, given, consent)
    if view is None:
        refused = refuse(work, given)
        work.finish()
        return refused
    trace(work, given, Deeds(details={"consent": str(consent), "receipt": "yes"}))
    work.finish()
    return Disclosed(Issued(given.entry, view))
