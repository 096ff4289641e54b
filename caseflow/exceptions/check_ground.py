"""Find everything wrong with a lawful ground that is declared."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from caseflow.exceptions.exceptional_ground import SAID, ExceptionalGround
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.states import ExceptionKind


def check_ground(
    ground: ExceptionalGround,
    own_unit: UUID,
    known: Collection[UUID],
    configuration: Configuration,
    today: date,
) -> tuple[Problem, ...]:
    """Return every problem; `known` are the units that have drawers."""
    return (
        *_check_said(ground, today),
        *_check_units(ground.from_units, own_unit, known),
        *_check_categories(ground, configuration),
        *_check_purpose(ground.purpose, configuration),
        *_check_until(ground.until, configuration, today),
    )


def guarded(configuration: Configuration) -> frozenset[str]:
    """Return the categories to be named expressly: what is never sealed to the trustee."""
    return (
        frozenset(configuration.categories)
        - configuration.trustee_categories
        - configuration.closed_categories
    )


def _check_said(ground: ExceptionalGround, today: date) -> Iterator[Problem]:
    if ground.kind not in SAID:
        yield Problem("kind", "unknown_word" if ground.kind else "required")
        return
    for name in SAID[ground.kind]:
        if not ground.said.get(name, "").strip():
            yield Problem(name, "required")
    if ground.kind == ExceptionKind.ORDER:
        yield from _check_issued(ground.issued_on, today)


def _check_issued(issued_on: date | None, today: date) -> Iterator[Problem]:
    if issued_on is None:
        yield Problem("issued_on", "required")
    elif issued_on > today:
        yield Problem("issued_on", "in_the_future")


def _check_units(
    units: Collection[UUID], own_unit: UUID, known: Collection[UUID]
) -> Iterator[Problem]:
    if not units:
        yield Problem("from_units", "required")
    for unit in sorted(units):
        if unit not in known:
            yield Problem("from_units", "unknown_unit", {"unit": str(unit)})
        elif unit == own_unit:
            yield Problem("from_units", "same_unit")


def _check_categories(ground: ExceptionalGround, configuration: Configuration) -> Iterator[Problem]:
    if not ground.categories | ground.expressly:
        yield Problem("categories", "required")
    apart, closed = guarded(configuration), configuration.closed_categories
    for word in sorted(ground.categories - frozenset(configuration.categories)):
        yield Problem("categories", "unknown_word", {"word": word})
    for word in sorted(ground.categories & closed):
        yield Problem("categories", "no_exception_opens", {"category": word})
    for word in sorted(ground.categories & apart):
        yield Problem("categories", "to_be_named_expressly", {"category": word})
    for word in sorted(ground.expressly - apart):
        yield Problem("expressly", "unknown_word", {"word": word})


def _check_purpose(purpose: str, configuration: Configuration) -> Iterator[Problem]:
    if not purpose:
        yield Problem("purpose", "required")
    elif purpose not in configuration.purposes:
        yield Problem("purpose", "unknown_word", {"word": purpose})


def _check_until(
    until: date | None, configuration: Configuration, today: date
) -> Iterator[Problem]:
    latest = today + configuration.limits.longest_exception
    if until is not None and until < today:
        yield Problem("until", "day_is_over")
    elif until is not None and until > latest:
        yield Problem("until", "too_late", {"latest": latest.isoformat()})
