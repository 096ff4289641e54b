"""Say by which basis each drawer opens for reading.

Own unit, then consent, then emergency, then another lawful exception: its key may still wait for
the owning unit, and nobody in danger shall wait with it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from caseflow.policy import exceptions
from caseflow.policy.facts import (
    CategoryRules,
    Cell,
    DrawerFact,
    EmergencyFact,
    ExceptionFact,
    Facts,
    Question,
)
from caseflow.policy.grounds import Ground, running_emergencies
from caseflow.policy.index import Index, received_by
from caseflow.policy.validity import opens
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action

_Way = Callable[[DrawerFact], Basis | None]

# To tell or disclose what lies in her own unit's drawers is no matter of the own unit alone.
_OWN_ACTIONS = frozenset({Action.VIEW, Action.COPY})


@dataclass(frozen=True, slots=True)
class Opening:
    """A drawer that opens, and the basis that opens it."""

    drawer: UUID
    unit: UUID
    category: str
    basis: Basis
    emergency: Basis | None = None  # runs beside a consent, and shows what she withheld


def openings(
    question: Question, facts: Facts, grounds: Mapping[Ground, Basis]
) -> tuple[Opening, ...]:
    """Return the drawers that open for reading, each by the first basis that applies."""
    ways = _ways(question, facts, grounds)
    urgent = _emergency_ways(question, facts, grounds)
    opened = []
    for drawer in _asked_for(question, facts):
        basis = _first(ways, drawer)
        if basis is not None:
            beside = _first(urgent, drawer) if basis.kind is BasisKind.CONSENT else None
            opened.append(Opening(drawer.id, drawer.unit, drawer.category, basis, beside))
    return tuple(opened)


def _asked_for(question: Question, facts: Facts) -> Iterable[DrawerFact]:
    """Return the drawers of the categories that are asked for: the others are not even used."""
    if question.categories is None:
        return facts.drawers
    return [drawer for drawer in facts.drawers if drawer.category in question.categories]


def _first(ways: Iterable[_Way], drawer: DrawerFact) -> Basis | None:
    for way in ways:
        basis = way(drawer)
        if basis is not None:
            return basis
    return None


def _ways(question: Question, facts: Facts, grounds: Mapping[Ground, Basis]) -> list[_Way]:
    """Return the ways that her grounds leave open, the first to be tried first."""
    ways: list[_Way] = []
    case = grounds.get(Ground.OPEN_CASE) or grounds.get(Ground.REASONED_CASE)
    if question.act is Act.GUARDIAN_CHECK:
        case = case or grounds.get(Ground.CLOSED_CASE)
    if case is not None and question.action in _OWN_ACTIONS:
        ways.append(partial(_by_own_unit, question.unit, case))
    if question.act is Act.CLIENT_EXPORT:
        return ways  # what others opened to her unit is theirs to hand out
    # Nobody looks before she comes, nor after she has gone: a consent alone opens nothing.
    if Ground.OPEN_CASE in grounds:
        received = received_by(facts, question.unit)
        ways.append(partial(_by_consent, question, facts.categories, received))
    ways.extend(_emergency_ways(question, facts, grounds))
    if Ground.OPEN_CASE in grounds:
        newest = sorted(facts.exceptions, key=_recency, reverse=True)
        ways.append(partial(_by_exception, question, facts.categories, newest))
    return ways


def _emergency_ways(
    question: Question, facts: Facts, grounds: Mapping[Ground, Basis]
) -> list[_Way]:
    """Return the way that her own emergency leaves open, if one runs."""
    if Ground.EMERGENCY not in grounds or question.action is not Action.VIEW:
        return []
    return [partial(_by_emergency, running_emergencies(question, facts), facts.categories)]


def _by_own_unit(unit: UUID, case: Basis, drawer: DrawerFact) -> Basis | None:
    return case if drawer.unit == unit else None


def _by_consent(
    question: Question, categories: CategoryRules, received: Index, drawer: DrawerFact
) -> Basis | None:
    candidates = received.get((drawer.unit, drawer.category))
    if candidates is None:
        return None
    cell = Cell(drawer.unit, question.unit, drawer.category, question.purpose, question.action)
    for candidate in candidates:
        if question.at >= candidate.all_over:
            return None
        if opens(candidate.consent, cell, question.at, categories):
            return candidate.basis
    return None


def _recency(exception: ExceptionFact) -> tuple[datetime, UUID]:
    return exception.declared_at, exception.id


def _by_exception(
    question: Question,
    categories: CategoryRules,
    declared: Iterable[ExceptionFact],
    drawer: DrawerFact,
) -> Basis | None:
    cell = Cell(drawer.unit, question.unit, drawer.category, question.purpose, question.action)
    for exception in declared:
        if exceptions.opens(exception, cell, question.at, categories):
            return Basis(BasisKind.EXCEPTION, exception.id)
    return None


def _by_emergency(
    running: Iterable[EmergencyFact], categories: CategoryRules, drawer: DrawerFact
) -> Basis | None:
    # The key comes from the trustee: what is never sealed to it (whereabouts) stays closed.
    if drawer.category not in (categories.emergency & categories.trustee) - categories.never:
        return None
    for emergency in running:
        if drawer.category in emergency.categories:
            return Basis(BasisKind.EMERGENCY, emergency.id)
    return None
