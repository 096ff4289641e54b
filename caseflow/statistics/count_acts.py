"""Count what happened in the units in a year, month by month; no field is opened."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, select
from sqlalchemy.orm import InstrumentedAttribute

from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent, Refusal, Withdrawal
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.partners import Disclosure
from caseflow.database.unit_of_work import Work
from caseflow.statistics.cells import Measure
from caseflow.vocabulary.clock import local_day, start_of_day
from caseflow.vocabulary.states import HandoverState

Counts = Mapping[tuple[Measure, UUID, int], int]  # by unit, and month from 1 on


# What says where and when it happened; where there is no instant, it did not.
_Source = tuple[InstrumentedAttribute[UUID], ColumnElement[Any] | InstrumentedAttribute[Any]]
_ACCEPTED_AT = case((Handover.state == HandoverState.ACCEPTED, Handover.decided_at))
_SOURCES: Mapping[Measure, _Source] = MappingProxyType(
    {
        Measure.CASES_OPENED: (Case.unit_id, Case.opened_at),
        Measure.CASES_CLOSED: (Case.unit_id, Case.closed_at),
        Measure.CONSENTS_RECORDED: (Consent.unit_id, Consent.recorded_at),
        Measure.CONSENTS_WITHDRAWN: (Withdrawal.unit_id, Withdrawal.effective_at),
        Measure.REFUSALS_RECORDED: (Refusal.unit_id, Refusal.recorded_at),
        Measure.HANDOVERS_SENT: (Handover.from_unit, Handover.sent_at),
        Measure.HANDOVERS_ACCEPTED: (Handover.to_unit, _ACCEPTED_AT),
        Measure.EMERGENCIES_DECLARED: (EmergencyAccess.unit_id, EmergencyAccess.declared_at),
        Measure.DISCLOSURES_MADE: (Disclosure.unit_id, Disclosure.made_at),
    }
)


def count_acts(work: Work, year: int) -> Counts:
    """Return how often each thing happened; what never did is not in it."""
    zone = work.configuration.zone
    first, last = (start_of_day(date(each, 1, 1), zone) for each in (year, year + 1))
    counted: Counter[tuple[Measure, UUID, int]] = Counter()
    for measure, (where, when) in _SOURCES.items():
        within = select(where, when).where(when >= first, when < last)
        for unit, at in work.session.execute(within):
            counted[measure, unit, _month(work, at)] += 1
    return counted


def _month(work: Work, at: datetime) -> int:
    return local_day(at, work.configuration.zone).month
