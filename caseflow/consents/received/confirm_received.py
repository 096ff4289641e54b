"""Record as her consent what another system sent, once she has declared it here."""

import dataclasses
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.consents.declaration import Declaration
from caseflow.consents.received.received_rows import offer_of, permit_received
from caseflow.consents.record_consent import Recorded, record_consent
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.permit import Deeds, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import Stale


@dataclass(frozen=True, slots=True)
class Agreed:
    """The consent that came of it, and what she declared."""

    client: UUID
    declared: Declaration
    recorded: Recorded


def confirm_received(
    work: Work, actor: Actor, received: UUID, declared: Declaration
) -> Done[Agreed] | Invalid | Refused:
    """Record what was sent as her consent; whatever the declaration offers, that is the matrix.

    It holds no longer than the other system said. Of two who confirm at once one does.
    """
    return again(work, partial(_attempt, work, actor, received, declared))


def _attempt(
    work: Work, actor: Actor, received: UUID, declared: Declaration
) -> Done[Agreed] | Invalid | Refused:
    found = permit_received(work, actor, Act.CONSENT_ANSWER, received)
    if isinstance(found, Refused):
        return found
    given, row = found
    if row.answered_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    last, client = row.last_day, row.client_id
    asked = dataclasses.replace(declared, offer=offer_of(row))
    # The recording comes first, for it begins anew by itself; what follows it begins all anew.
    work.abandon()
    if last is not None and declared.valid_until > last:
        return Invalid((Problem("valid_until", "too_late", {"latest": last.isoformat()}),))
    answer = record_consent(work, actor, client, asked)
    if not isinstance(answer, Done):
        return answer
    return _answered(work, actor, received, Agreed(client, asked, answer.value))


def _answered(work: Work, actor: Actor, received: UUID, agreed: Agreed) -> Done[Agreed] | Refused:
    """Mark it as answered in the transaction of the consent.

    Raises Stale where somebody else has answered meanwhile: then there is no consent either.
    """
    found = permit_received(work, actor, Act.CONSENT_ANSWER, received)
    if isinstance(found, Refused) or found[1].answered_at is not None:
        raise Stale("received_consents")
    given, row = found
    change(
        work,
        row,
        answered_by=actor.staff,
        answered_at=work.clock.now(),
        consent_id=agreed.recorded.id,
    )
    told = {"received": str(received), "agreed": "yes", "consent": str(agreed.recorded.id)}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
    return Done(agreed)
