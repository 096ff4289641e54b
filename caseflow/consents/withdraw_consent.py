"""Withdraw a consent, wholly or for some drawers, with effect before the next read anywhere."""

from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.consents.take_back import (
    EVERYTHING,
    Choice,
    close_keys,
    surely,
    take_back,
    write_down,
)
from caseflow.consents.withdrawn import Withdrawn, what_was_seen
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.contents import joined
from caseflow.vault.permit import Ask, Deeds, Permit, permit
from caseflow.vault.refuse import refuse
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused


def withdraw_consent(
    work: Work, actor: Actor, client: UUID, consent: UUID, choice: Choice = EVERYTHING
) -> Done[Withdrawn] | Refused:
    """Withdraw what was chosen of a consent; names that it does not know change nothing."""
    return surely(work, actor, partial(_attempt, work, actor, client, (consent, choice)))


def _attempt(
    work: Work, actor: Actor, client: UUID, wanted: tuple[UUID, Choice], turning: UUID | None
) -> Done[Withdrawn] | Refused:
    given = permit(work, actor, Ask(Act.CONSENT_WITHDRAW, client))
    if isinstance(given, Refused):
        return given
    consent, choice = wanted
    row = given.gathered.consents.get(consent)
    if row is None and not _is_there(work, given, consent):
        return refuse(work, given)
    sound = [] if row is None else [row]
    at = work.clock.now()
    if row is None:
        taken = write_down(work, given, consent)
    else:
        at = row.withdrawn_at or at
        taken = take_back(work, given, row, choice)
    keys = close_keys(work, given, turning)
    trace_in_sheets(work, given, joined(taken, keys, Deeds(details={"consent": str(consent)})))
    return Done(what_was_seen(work, given, sound, at))


def _is_there(work: Work, given: Permit, consent: UUID) -> bool:
    """Say whether there is such a row, be its seal broken."""
    hers = Consent.client_id.in_(given.gathered.person.ids)
    found = select(Consent.id).where(hers, Consent.id == consent)
    return work.session.scalar(found) is not None
