"""Say what a consent is at an instant, and what a withdrawal takes of it, from its row."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.policy import outside, validity, withdrawal
from caseflow.policy.facts import Cell, ConsentFact
from caseflow.policy.merging import enough
from caseflow.policy.reach import reaches, reaches_outside
from caseflow.vault.facts_of_rows import category_rules, consent_fact, matrix_of, parts_of
from caseflow.vault.same_person import Person
from caseflow.vault.suspended import is_suspended
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
    """Say whether a consent leads a category from a unit to another or outside, at any time."""
    matrix = matrix_of(row)
    return reaches(matrix, from_unit, to_unit, category) or reaches_outside(
        matrix, from_unit, to_unit, category
    )


def opened_now(
    work: Work, row: Consent, from_unit: UUID, to_unit: UUID, person: Person
) -> frozenset[str]:
    """Return the categories that a consent opens now to a unit by itself, for whichever purpose.

    None where it does not speak for all records of the person: what rests on it alone then lapses.
    """
    if is_suspended(work) or _unheard(row, person):
        return frozenset()
    fact, now, rules = consent_fact(row), work.clock.now(), category_rules(work.configuration)
    return frozenset(
        category
        for category in fact.matrix.categories
        for purpose in fact.matrix.purposes
        if validity.opens(
            fact, Cell(from_unit, to_unit, category, purpose, Action.VIEW), now, rules
        )
    )


def still_open(
    work: Work, given: Iterable[ConsentFact], left: Collection[UUID], way: tuple[UUID, UUID]
) -> frozenset[str]:
    """Return what a receiver may still learn from a unit by those consents that are left.

    A partner is told, and reads nothing itself.
    """
    facts = [fact for fact in given if fact.id in left]
    told = (_told_now(work, fact, way[0]) for fact in facts if fact.matrix.partner == way[1])
    return _opened_together(work, facts, *way).union(*told)


def _opened_together(
    work: Work, facts: Sequence[ConsentFact], from_unit: UUID, to_unit: UUID
) -> frozenset[str]:
    """Return the categories that consents of one person open now to a unit, all together."""
    now, rules = work.clock.now(), category_rules(work.configuration)
    named = {
        (category, purpose)
        for fact in facts
        for category in fact.matrix.categories
        for purpose in fact.matrix.purposes
    }
    return frozenset(
        category
        for category, purpose in named
        if enough(
            fact
            for fact in facts
            if validity.opens(
                fact, Cell(from_unit, to_unit, category, purpose, Action.VIEW), now, rules
            )
        )
    )


def _told_now(work: Work, fact: ConsentFact, from_unit: UUID) -> frozenset[str]:
    """Return the categories that a unit may tell the partner that a consent names, now.

    For whichever purpose; whether the partner's agreement runs is another question.
    """
    now, rules = work.clock.now(), category_rules(work.configuration)
    return frozenset[str]().union(
        *(
            outside.told_categories(fact, from_unit, purpose, now, rules)
            for purpose in fact.matrix.purposes
        )
    )


def names_her(
    work: Work, row: Consent, to_unit: UUID, person: Person, category: str = IDENTITY
) -> bool:
    """Say whether a consent opens her identity now to a unit for case work, by itself.

    Or what else of hers makes a card.
    """
    return any(
        names_her_from(work, row, unit, to_unit, person, category) for unit in row.from_units
    )


def names_her_from(
    work: Work,
    row: Consent,
    from_unit: UUID,
    to_unit: UUID,
    person: Person,
    category: str = IDENTITY,
) -> bool:
    """Say whether it opens what one unit knows of her identity, by itself."""
    if is_suspended(work) or _unheard(row, person):
        return False
    fact, now, rules = consent_fact(row), work.clock.now(), category_rules(work.configuration)
    cell = Cell(from_unit, to_unit, category, CASE_WORK, Action.VIEW)
    return validity.opens(fact, cell, now, rules)


def _unheard(row: Consent, person: Person) -> frozenset[UUID]:
    return person.unheard(row.client_id, row.recorded_at)
