"""Withdraw a consent that is named by its own id alone."""

from uuid import UUID

from caseflow.consents.client_of import client_of
from caseflow.consents.take_back import EVERYTHING, Choice
from caseflow.consents.withdraw_consent import withdraw_consent
from caseflow.consents.withdrawn import Withdrawn
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Refused


def withdraw_by_id(
    work: Work, actor: Actor, consent: UUID, choice: Choice = EVERYTHING
) -> Done[Withdrawn] | Refused:
    """Withdraw what was chosen of a consent, whosever it is, if she is open to the actor."""
    return withdraw_consent(work, actor, client_of(work, actor.unit, consent), consent, choice)
