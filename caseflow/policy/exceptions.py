"""Say what a lawful exception opens at an instant: nothing, until a second person has agreed.

§ 8a SGB VIII, § 4 KKG, an order. Never called consent; unknown is deny.
"""

from datetime import datetime
from uuid import UUID

from caseflow.policy.facts import CategoryRules, Cell, ExceptionFact
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import ExceptionState


def runs(exception: ExceptionFact, at: datetime) -> bool:
    """Say whether an exception is in force at an instant, agreed to or not."""
    ended = exception.ended_at is not None and exception.ended_at <= at
    return exception.declared_at <= at < exception.until and not ended


def leads(
    exception: ExceptionFact, from_unit: UUID, category: str, at: datetime, rules: CategoryRules
) -> bool:
    """Say whether it leads a category of an owning unit to the unit that asks, at an instant."""
    return (
        runs(exception, at)
        and category in exception.categories - rules.never
        and from_unit != exception.unit
        and agreed(exception, from_unit, category, at, rules)
    )


def agreed(
    exception: ExceptionFact, from_unit: UUID, category: str, at: datetime, rules: CategoryRules
) -> bool:
    """Say whether somebody has agreed for this unit who may: to whereabouts its lead alone.

    What is never sealed to the trustee is what could cost her life: no officer knows of that.
    """
    needs_lead = category not in rules.trustee
    return any(
        each.unit == from_unit and each.at <= at and (each.by_lead or not needs_lead)
        for each in exception.agreements
    )


def opens(exception: ExceptionFact, cell: Cell, at: datetime, rules: CategoryRules) -> bool:
    """Say whether an exception opens one cell: for viewing alone, for the purpose it names."""
    return (
        cell.action is Action.VIEW
        and cell.purpose == exception.purpose
        and cell.to_unit == exception.unit
        and leads(exception, cell.from_unit, cell.category, at, rules)
    )


def awaited(
    exception: ExceptionFact,
    owning: UUID,
    at: datetime,
    rules: CategoryRules,
    *,
    by_lead: bool,
) -> bool:
    """Say whether an answer for this owning unit would still open something of it."""
    return runs(exception, at) and any(
        not agreed(exception, owning, category, at, rules)
        for category in exception.categories - rules.never
        if by_lead or category in rules.trustee
    )


def exception_state(exception: ExceptionFact, at: datetime, *, refused: bool) -> ExceptionState:
    """Return the state to show; `refused`: a second person has ended it."""
    if exception.ended_at is not None and exception.ended_at <= at:
        return ExceptionState.REFUSED if refused else ExceptionState.ENDED
    if at >= exception.until:
        return ExceptionState.EXPIRED
    return ExceptionState.AGREED if exception.agreements else ExceptionState.WAITING
