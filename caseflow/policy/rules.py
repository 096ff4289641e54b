"""Say by which basis each drawer opens for reading: own unit, then consent, then emergency."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID

from caseflow.policy.facts import (
    CategoryRules,
    Cell,
    ConsentFact,
    DrawerFact,
    EmergencyFact,
    Facts,
    Question,
)
from caseflow.policy.grounds import Ground, running_emergencies
from caseflow.policy.reach import allows_use
from caseflow.policy.validity import covers, valid_at
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action

# To tell or disclose what lies in her own unit's drawers is no matter of the own unit alone.
_OWN_ACTIONS = frozenset({Action.VIEW, Action.COPY})


@dataclass(frozen=True, slots=True)
class Opening:
    """A drawer that opens, and the basis that opens it."""

    drawer: UUID
    unit: UUID
    category: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Ways:
    """What could open a drawer, sorted out once for all drawers of a question."""

    own: Basis | None
    consents: tuple[ConsentFact, ...]  # in force, to this unit, for this use; the newest first
    emergencies: tuple[EmergencyFact, ...]


def openings(
    question: Question, facts: Facts, grounds: Mapping[Ground, Basis]
) -> tuple[Opening, ...]:
    """Return the drawers that open for reading, each by the first basis that applies."""
    ways = _Ways(
        _own_basis(question, grounds),
        _consents(question, facts, grounds),
        running_emergencies(question, facts) if question.action is Action.VIEW else (),
    )
    return tuple(
        Opening(drawer.id, drawer.unit, drawer.category, basis)
        for drawer in facts.drawers
        if (basis := _basis(question, drawer, ways, facts.categories)) is not None
    )


def _own_basis(question: Question, grounds: Mapping[Ground, Basis]) -> Basis | None:
    if question.action not in _OWN_ACTIONS:
        return None
    return grounds.get(Ground.OPEN_CASE) or grounds.get(Ground.REASONED_CASE)


def _consents(
    question: Question, facts: Facts, grounds: Mapping[Ground, Basis]
) -> tuple[ConsentFact, ...]:
    # Nobody looks before she comes, nor after she has gone: a consent alone opens nothing.
    if Ground.OPEN_CASE not in grounds:
        return ()
    usable = [
        consent
        for consent in facts.consents
        if valid_at(consent, question.at)
        and question.unit in consent.matrix.to_units
        and allows_use(consent.matrix, question.purpose, question.action)
    ]
    usable.sort(key=attrgetter("id"))
    usable.sort(key=attrgetter("recorded_at"), reverse=True)
    return tuple(usable)


def _basis(
    question: Question, drawer: DrawerFact, ways: _Ways, categories: CategoryRules
) -> Basis | None:
    if drawer.unit == question.unit and ways.own is not None:
        return ways.own
    if drawer.category in categories.never:
        return None
    return _by_consent(question, drawer, ways) or _by_emergency(drawer, ways, categories)


def _by_consent(question: Question, drawer: DrawerFact, ways: _Ways) -> Basis | None:
    cell = Cell(drawer.unit, question.unit, drawer.category, question.purpose, question.action)
    for consent in ways.consents:
        if covers(consent, cell, question.at):
            return Basis(BasisKind.CONSENT, consent.id)
    return None


def _by_emergency(drawer: DrawerFact, ways: _Ways, categories: CategoryRules) -> Basis | None:
    # The key comes from the trustee: what is never sealed to it (whereabouts) stays closed.
    if drawer.category not in categories.emergency & categories.trustee:
        return None
    for emergency in ways.emergencies:
        if drawer.category in emergency.categories:
            return Basis(BasisKind.EMERGENCY, emergency.id)
    return None
