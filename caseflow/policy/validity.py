"""Say what a consent is at an instant: the one definition of valid at t.

Art. 4(11), 7 GDPR. A consent lives in the half-open span from ≤ t < until; a withdrawal at t
has ended it at t. Deny wins, unknown is deny.
"""

from datetime import datetime
from itertools import product
from uuid import UUID

from caseflow.policy.facts import CategoryRules, Cell, ConsentFact
from caseflow.policy.reach import allows_use, excluded, reaches
from caseflow.vocabulary.states import ConsentState


def valid_at(consent: ConsentFact, at: datetime) -> bool:
    """Say whether a consent as a whole is in force at an instant."""
    # No basis works backwards: a chosen day before the recording changes nothing.
    begun = consent.valid_from <= at and consent.recorded_at <= at
    return begun and lasts_beyond(consent, at)


def lasts_beyond(consent: ConsentFact, at: datetime) -> bool:
    """Say whether a consent is in force at an instant or may still come into force after it."""
    return consent.complete and at < end_of(consent)


def end_of(consent: ConsentFact) -> datetime:
    """Return the first instant at which a consent is over: its end or its withdrawal."""
    end = _end_by_time(consent)
    return end if consent.withdrawn_at is None else min(end, consent.withdrawn_at)


def _end_by_time(consent: ConsentFact) -> datetime:
    """Return its last day's end; what a guardian declared ends at her majority at the latest."""
    if consent.majority_at is None:
        return consent.valid_until
    return min(consent.valid_until, consent.majority_at)


def covers(consent: ConsentFact, cell: Cell, at: datetime) -> bool:
    """Say whether a cell is inside the matrix, no exclusion, and no part withdrawn by `at`."""
    return (
        reaches(consent.matrix, cell.from_unit, cell.to_unit, cell.category)
        and allows_use(consent.matrix, cell.purpose, cell.action)
        and not part_withdrawn(consent, cell.to_unit, cell.category, at)
    )


def part_withdrawn(consent: ConsentFact, to_unit: UUID, category: str, at: datetime) -> bool:
    """Say whether she took this category back from this unit at `at` or before."""
    return bool(consent.withdrawn_parts) and any(
        part.category == category and part.to_unit == to_unit and part.at <= at
        for part in consent.withdrawn_parts
    )


def opens(consent: ConsentFact, cell: Cell, at: datetime, categories: CategoryRules) -> bool:
    """Say whether a consent opens one cell at an instant; evidence it never opens."""
    return (
        cell.category not in categories.never
        and valid_at(consent, at)
        and covers(consent, cell, at)
    )


def consent_state(consent: ConsentFact, at: datetime, *, pending: bool) -> ConsentState:
    """Return the state to show; `pending`: some drawer still waits for its owning unit.

    A consent that is incomplete or begins later is pending too: `active` is always valid.
    """
    if consent.withdrawn_at is not None and consent.withdrawn_at <= at:
        return ConsentState.WITHDRAWN
    if _nothing_left(consent, at):
        return ConsentState.WITHDRAWN
    if at >= _end_by_time(consent):
        return ConsentState.EXPIRED
    if any(part.at <= at for part in consent.withdrawn_parts):
        return ConsentState.PARTLY_WITHDRAWN
    if pending or not valid_at(consent, at):
        return ConsentState.PENDING
    return ConsentState.ACTIVE


def _nothing_left(consent: ConsentFact, at: datetime) -> bool:
    """Say whether parts were withdrawn one by one until no pair was left."""
    return bool(consent.withdrawn_parts) and all(
        excluded(consent.matrix, to_unit, category)
        or part_withdrawn(consent, to_unit, category, at)
        for to_unit, category in product(consent.matrix.recipients, consent.matrix.categories)
    )
