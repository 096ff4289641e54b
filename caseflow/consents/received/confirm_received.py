"""Record as her consent what another system sent, once she has declared it here."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias
from uuid import UUID

from caseflow.consents.declaration import Declaration
from caseflow.consents.received.mark_answered import mark_answered
from caseflow.consents.received.received_rows import offer_of, permit_received
from caseflow.consents.record_consent import Recorded, record_consent
from caseflow.consents.record_not_free import record_not_free
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused

Recording: TypeAlias = Callable[
    [Work, Actor, UUID, Declaration], Done[Recorded] | Invalid | Refused
]


@dataclass(frozen=True, slots=True)
class Agreed:
    """The consent that came of it, and what she declared."""

    client: UUID
    declared: Declaration
    recorded: Recorded


def confirm_received(
    work: Work, actor: Actor, received: UUID, declared: Declaration, *, free: bool = True
) -> Done[Agreed] | Invalid | Refused:
    """Record what was sent as her consent; whatever the declaration offers, that is the matrix.

    It holds no longer than the other system said. Of two who confirm at once one does. What she
    says while somebody may make her (`free`) is recorded as a no, and answered alike.
    """
    record = record_consent if free else record_not_free
    return again(work, partial(_attempt, work, actor, received, declared, record))


def _attempt(
    work: Work, actor: Actor, received: UUID, declared: Declaration, record: Recording
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
    answer = record(work, actor, client, asked)
    if not isinstance(answer, Done):
        return answer
    consent = answer.value.id if record is record_consent else None
    mark_answered(work, actor, received, consent)
    return Done(Agreed(client, asked, answer.value))
