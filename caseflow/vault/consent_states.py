"""Say what a consent is at an instant, and what a withdrawal takes of it, from its row."""

from datetime import datetime
from uuid import UUID

from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.policy import validity, withdrawal
from caseflow.policy.facts import Cell
from caseflow.policy.reach import reaches
from caseflow.vault.facts_of_rows import category_rules, consent_fact, matrix_of, parts_of
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import ConsentState

IDENTITY, CASE_WORK = "identity", "case_work"


def state_of(row: Consent, at: datetime, *, pending: bool) -> ConsentState:
    """Return the state of a consent; `pending`: some drawer still waits for its owning unit."""
    return validity.consent_state(consent_fact(row), at, pending=pending)


def is_over(row: Consent, at: datetime) -> bool:
    """Say whether a consent has ended for good."""
    return at >= validity.end_of(consent_fact(row))


def taken_back(
    row: Consent,
    to_units: frozenset[UUID] | None,
    categories: frozenset[str] | None,
    at: datetime,
) -> withdrawal.Withdrawn:
    """Return what a withdrawal adds to what was taken back of a consent before."""
    return withdrawal.apply_withdrawal(matrix_of(row), parts_of(row), to_units, categories, at)


def leads(row: Consent, from_unit: UUID, to_unit: UUID, category: str) -> bool:
    """Say whether a consent leads a category from one unit to another, whatever the time."""
    return reaches(matrix_of(row), from_unit, to_unit, category)


def opened_now(work: Work, row: Consent, from_unit: UUID, to_unit: UUID) -> frozenset[str]:
    """Return the categories that a consent opens now to a unit, for whichever purpose."""
    fact, now, rules = consent_fact(row), work.clock.now(), category_rules(work.configuration)
    return frozenset(
        category
        for category in fact.matrix.categories
        for purpose in fact.matrix.purposes
        if validity.opens(
            fact, Cell(from_unit, to_unit, category, purpose, Action.VIEW), now, rules
        )
    )


def names_her(work: Work, row: Consent, to_unit: UUID) -> bool:
    """Say whether a consent opens her identity now to a unit for case work."""
    return any(names_her_from(work, row, unit, to_unit) for unit in row.from_units)


def names_her_from(work: Work, row: Consent, from_unit: UUID, to_unit: UUID) -> bool:
    """Say whether it opens what one unit knows of her identity."""
    fact, now, rules = consent_fact(row), work.clock.now(), category_rules(work.configuration)
    cell = Cell(from_unit, to_unit, IDENTITY, CASE_WORK, Action.VIEW)
    return validity.opens(fact, cell, now, rules)
