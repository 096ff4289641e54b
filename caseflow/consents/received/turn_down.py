"""Record that she did not agree here to what another system sent."""

from functools import partial
from uuid import UUID

from caseflow.consents.declaration import Offer
from caseflow.consents.received.mark_answered import mark_answered
from caseflow.consents.received.received_rows import offer_of, permit_received
from caseflow.consents.record_refusal import Declined, put_refusal
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def turn_down(work: Work, actor: Actor, received: UUID, language: str = "") -> Done[UUID] | Refused:
    """Record it with her refusal; nothing was open, and nothing opens. Return whom it was about.

    `language` is the one in which she was asked; without it, that of the provider.
    """
    return again(work, partial(_attempt, work, actor, received, language))


def _attempt(work: Work, actor: Actor, received: UUID, language: str) -> Done[UUID] | Refused:
    found = permit_received(work, actor, Act.CONSENT_ANSWER, received)
    if isinstance(found, Refused):
        return found
    given, row = found
    if row.answered_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    client, offer = row.client_id, offer_of(row)
    work.abandon()
    # No rule of a form stands in the way of a no.
    no = permit(work, actor, Ask(Act.REFUSAL_RECORD, client))
    if isinstance(no, Refused):
        return no
    put_refusal(work, no, _declined(offer, language or work.configuration.languages[0]))
    mark_answered(work, actor, received, None)
    return Done(client)


def _declined(offer: Offer, language: str) -> Declined:
    return Declined(
        to_units=offer.to_units,
        categories=offer.categories | {category for _, category in offer.refused},
        purposes=offer.purposes,
        language=language,
    )
