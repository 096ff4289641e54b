"""Show what a consent would open before she signs it."""

from uuid import UUID

from caseflow.consents.check_offer import check_offer, matrix_of_offer
from caseflow.consents.declaration import Offer
from caseflow.consents.known_partners import known_partners
from caseflow.consents.sharing_units import sharing_units
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vault.preview import Preview, preview
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Refused


def preview_consent(
    work: Work, actor: Actor, client: UUID, offer: Offer
) -> Disclosed[Preview] | Invalid | Refused:
    """Return what would open, for how many people, and what would wait.

    All of it from the configuration and the staff list: no drawer of hers is looked for.
    """
    given = permit(work, actor, Ask(Act.CONSENT_PREVIEW, client))
    if isinstance(given, Refused):
        work.finish()
        return given
    problems = check_offer(offer, sharing_units(work), work.configuration, known_partners(work))
    if problems:
        work.abandon()
        return Invalid(problems)
    answer = preview(work, actor, matrix_of_offer(offer))
    trace(work, given, Deeds())
    work.finish()
    return Disclosed(answer)
