"""Settle what has ended by time and needs no key: at a request, or at night when nobody asks.

Policy has closed it at its instant; here its keys are taken back and the log tells of its end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, uses_of
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Work
from caseflow.vault.destroy_copies import COPIES, destroy_copy
from caseflow.vault.emergencies import take_back
from caseflow.vault.end_consent import end_consent
from caseflow.vault.exception_keys import end_by_time
from caseflow.vault.permit import listed
from caseflow.vault.row_by_row import Due, Pace, asked_of, row_by_row
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.states import HandoverState

_NOW: BindParameter[datetime] = bindparam("now")
_CONSENTS = Due(
    Consent, (Consent.settled_at.is_(None), Consent.valid_until <= _NOW), Consent.valid_until
)
_MAJORITIES = Due(
    Consent, (Consent.settled_at.is_(None), Consent.majority_at <= _NOW), Consent.majority_at
)
_EMERGENCIES = Due(
    EmergencyAccess,
    (EmergencyAccess.settled_at.is_(None), EmergencyAccess.until <= _NOW),
    EmergencyAccess.until,
)
_EXCEPTIONS = Due(
    LawfulException,
    (LawfulException.settled_at.is_(None), LawfulException.until <= _NOW),
    LawfulException.until,
)
_HANDOVERS = Due(
    Handover,
    (Handover.state == HandoverState.OPEN, Handover.expires_at <= _NOW),
    Handover.expires_at,
)


@dataclass(frozen=True, slots=True)
class Ending:
    """One kind of what ends by time, and what is done then."""

    name: str
    due: Due[Any]
    step: Callable[[Work, Actor | None, Any], bool]

    def settle(self, work: Work, actor: Actor | None, pace: Pace | None = None) -> int:
        """Settle what is due, each in a transaction of its own; return how many it were."""
        return row_by_row(work, actor, self.due, self.step, *(() if pace is None else (pace,)))

    def waiting(self, work: Work) -> int:
        """Return how many are due."""
        query = select(func.count()).select_from(self.due.table).where(*self.due.conditions)
        return work.session.scalars(query, asked_of(work, None)).one()


def _end_consent(work: Work, actor: Actor | None, consent: Consent) -> bool:
    end_consent(work, actor, consent)
    return True


def _end_emergency(work: Work, actor: Actor | None, emergency: EmergencyAccess) -> bool:
    ended_at = emergency.ended_at or emergency.until
    change(work, emergency, settled_at=work.clock.now(), ended_at=ended_at)
    events = take_back(work, emergency)
    told = Trace(
        act=Act.EMERGENCY_END,
        client=emergency.client_id,
        ended=(UsedBasis(BasisKind.EMERGENCY, emergency.id, uses_of(work, emergency)),),
        rows=(digest_of(emergency),),
        keys=listed(events),
        **by(actor),
    )
    record(work, told)
    return True


def expire_handover(work: Work, actor: Actor | None, handover: Handover) -> bool:
    """Let it be over in its row too: a clock that is set back does not open it again."""
    change(work, handover, state=HandoverState.EXPIRED)
    told = Trace(
        act=Act.HANDOVER_EXPIRE,
        client=handover.client_id,
        rows=(digest_of(handover),),
        details={"handover": str(handover.id)},
        **by(actor),
    )
    record(work, told)
    return True


BY_TIME: tuple[Ending, ...] = (
    Ending("consents", _CONSENTS, _end_consent),
    Ending("majorities", _MAJORITIES, _end_consent),
    Ending("emergencies", _EMERGENCIES, _end_emergency),
    Ending("exceptions", _EXCEPTIONS, end_by_time),
    Ending("copies", COPIES, destroy_copy),
)
# A handover that nobody answered is over for whoever looks at it: the rest waits for the night.
AT_NIGHT: tuple[Ending, ...] = (*BY_TIME, Ending("handovers", _HANDOVERS, expire_handover))
