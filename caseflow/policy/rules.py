"""Say by which basis each drawer opens for reading.

Own unit, then consent, then emergency, then another lawful exception: its key may still wait for
the owning unit, and nobody in danger shall wait with it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from caseflow.policy import exceptions, outside
from caseflow.policy.copies import copy_bases
from caseflow.policy.facts import (
    CategoryRules,
    Cell,
    DrawerFact,
    EmergencyFact,
    ExceptionFact,
    Facts,
    Question,
)
from caseflow.policy.grounds import OUTSIDE_ACTS, Ground, running_emergencies
from caseflow.policy.index import Candidate, Index, received_by
from caseflow.policy.merging import enough
from caseflow.policy.validity import opens
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action

_Way = Callable[[DrawerFact], tuple[Basis, ...]]
_CLOSED: tuple[Basis, ...] = ()

# To tell or disclose what lies in her own unit's drawers is no matter of the own unit alone.
_OWN_ACTIONS = frozenset({Action.VIEW, Action.COPY})
# What others opened to her unit is theirs to hand out.
_OWN_ALONE = frozenset({Act.CLIENT_EXPORT, Act.DISCLOSURE_READ, Act.EVIDENCE_READ})


@dataclass(frozen=True, slots=True)
class Opening:
    """A drawer that opens, and the basis that opens it."""

    drawer: UUID
    unit: UUID
    category: str
    basis: Basis
    emergency: Basis | None = None  # runs beside a consent, and shows what she withheld
    beside: tuple[Basis, ...] = ()  # the other consents that it takes to open it


def openings(
    question: Question, facts: Facts, grounds: Mapping[Ground, Basis]
) -> tuple[Opening, ...]:
    """Return the drawers that open for reading, each by the first basis that applies."""
    outwards = question.act in OUTSIDE_ACTS
    ways = (_outside_ways if outwards else _ways)(question, facts, grounds)
    urgent = _emergency_ways(question, facts, grounds)
    opened = []
    for drawer in _asked_for(question, facts):
        bases = _first(ways, drawer)
        if drawer.copied_from is not None:
            bases = copy_bases(drawer, partial(_first, ways), facts.consents, question.at)
        if bases:
            running = _first(urgent, drawer) if bases[0].kind is BasisKind.CONSENT else _CLOSED
            opened.append(_opening(drawer, bases, running))
    return tuple(opened)


def _opening(drawer: DrawerFact, bases: tuple[Basis, ...], running: tuple[Basis, ...]) -> Opening:
    return Opening(
        drawer=drawer.id,
        unit=drawer.unit,
        category=drawer.category,
        basis=bases[0],
        emergency=running[0] if running else None,
        beside=bases[1:],
    )


def _asked_for(question: Question, facts: Facts) -> Iterable[DrawerFact]:
    """Return the drawers of the categories that are asked for: the others are not even used."""
    drawers: Iterable[DrawerFact] = facts.drawers
    if facts.suspended:
        # She may have taken back by now what let the unit copy it.
        drawers = [drawer for drawer in drawers if drawer.copied_from is None]
    if question.categories is None:
        return drawers
    return [drawer for drawer in drawers if drawer.category in question.categories]


def _first(ways: Iterable[_Way], drawer: DrawerFact) -> tuple[Basis, ...]:
    for way in ways:
        bases = way(drawer)
        if bases:
            return bases
    return _CLOSED


def _ways(question: Question, facts: Facts, grounds: Mapping[Ground, Basis]) -> list[_Way]:
    """Return the ways that her grounds leave open, the first to be tried first."""
    ways: list[_Way] = []
    case = grounds.get(Ground.OPEN_CASE) or grounds.get(Ground.REASONED_CASE)
    if question.act is Act.GUARDIAN_CHECK:
        case = case or grounds.get(Ground.CLOSED_CASE)
    if case is not None and question.action in _OWN_ACTIONS:
        ways.append(partial(_by_own_unit, question.unit, case))
    if question.act in _OWN_ALONE or facts.suspended:
        return ways
    # Nobody looks before she comes, nor after she has gone: a consent alone opens nothing.
    if Ground.OPEN_CASE in grounds:
        received = received_by(facts, question.unit)
        ways.append(partial(_by_consent, question, facts.categories, received))
    ways.extend(_emergency_ways(question, facts, grounds))
    if Ground.OPEN_CASE in grounds:
        newest = sorted(facts.exceptions, key=_recency, reverse=True)
        ways.append(partial(_by_exception, question, facts.categories, newest))
    return ways


def _outside_ways(question: Question, facts: Facts, grounds: Mapping[Ground, Basis]) -> list[_Way]:
    """Return the way to what may be handed out, or to the evidence of what was once before."""
    consent = outside.asked_under(question, facts)
    if consent is None:
        return []
    if question.act is Act.DISCLOSURE_PRINT:
        evidence, case = facts.categories.never, grounds[Ground.OPEN_CASE]
        return [partial(_by_own_unit_in, question.unit, evidence, case)]
    told = outside.told_categories(
        consent, question.unit, question.purpose, question.at, facts.categories
    )
    return [partial(_by_own_unit_in, question.unit, told, Basis(BasisKind.CONSENT, consent.id))]


def _by_own_unit_in(
    unit: UUID, categories: frozenset[str], basis: Basis, drawer: DrawerFact
) -> tuple[Basis, ...]:
    return (basis,) if drawer.unit == unit and drawer.category in categories else _CLOSED


def _emergency_ways(
    question: Question, facts: Facts, grounds: Mapping[Ground, Basis]
) -> list[_Way]:
    """Return the way that her own emergency leaves open, if one runs."""
    if Ground.EMERGENCY not in grounds or question.action is not Action.VIEW or facts.suspended:
        return []
    return [partial(_by_emergency, running_emergencies(question, facts), facts.categories)]


def _by_own_unit(unit: UUID, case: Basis, drawer: DrawerFact) -> tuple[Basis, ...]:
    return (case,) if drawer.unit == unit else _CLOSED


def _by_consent(
    question: Question, categories: CategoryRules, received: Index, drawer: DrawerFact
) -> tuple[Basis, ...]:
    """Return the newest consents that together speak for every record of hers."""
    candidates = received.get((drawer.unit, drawer.category))
    if candidates is None:
        return _CLOSED
    cell = Cell(drawer.unit, question.unit, drawer.category, question.purpose, question.action)
    opening = _opening_now(candidates, cell, question.at, categories)
    return tuple(candidate.basis for candidate in enough(opening))


def _opening_now(
    candidates: Iterable[Candidate], cell: Cell, at: datetime, categories: CategoryRules
) -> Iterator[Candidate]:
    for candidate in candidates:
        if at >= candidate.all_over:
            return
        if opens(candidate.consent, cell, at, categories):
            yield candidate


def _recency(exception: ExceptionFact) -> tuple[datetime, UUID]:
    return exception.declared_at, exception.id


def _by_exception(
    question: Question,
    categories: CategoryRules,
    declared: Iterable[ExceptionFact],
    drawer: DrawerFact,
) -> tuple[Basis, ...]:
    cell = Cell(drawer.unit, question.unit, drawer.category, question.purpose, question.action)
    for exception in declared:
        heard = drawer.client not in exception.unheard
        if heard and exceptions.opens(exception, cell, question.at, categories):
            return (Basis(BasisKind.EXCEPTION, exception.id),)
    return _CLOSED


def _by_emergency(
    running: Iterable[EmergencyFact], categories: CategoryRules, drawer: DrawerFact
) -> tuple[Basis, ...]:
    # The key comes from the trustee: what is never sealed to it (whereabouts) stays closed.
    if drawer.category not in (categories.emergency & categories.trustee) - categories.never:
        return _CLOSED
    for emergency in running:
        if drawer.category in emergency.categories and drawer.client not in emergency.unheard:
            return (Basis(BasisKind.EMERGENCY, emergency.id),)
    return _CLOSED
