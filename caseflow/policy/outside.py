"""Say what a consent lets a unit tell a partner outside the provider: deny wins, unknown is deny.

Nothing opens to the partner: the unit hands out what lies in its own drawers, piece by piece.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from caseflow.policy.facts import CategoryRules, Cell, ConsentFact, Facts, PartnerFact, Question
from caseflow.policy.reach import reaches_outside
from caseflow.policy.validity import part_withdrawn, valid_at
from caseflow.vocabulary.matrices import Action


def cooperates(partner: PartnerFact, at: datetime) -> bool:
    """Say whether the agreement with a partner runs at an instant."""
    begun = partner.agreed_from <= at
    over = partner.agreed_until is not None and partner.agreed_until <= at
    return begun and not over and (partner.ended_at is None or at < partner.ended_at)


def tells(consent: ConsentFact, cell: Cell, at: datetime, rules: CategoryRules) -> bool:
    """Say whether a consent lets a unit tell one cell to its partner; evidence it never does."""
    return (
        cell.category not in rules.never
        and not consent.unheard  # it is one consent that is told by, and both records are told
        and valid_at(consent, at)
        and reaches_outside(consent.matrix, cell.from_unit, cell.to_unit, cell.category)
        and cell.purpose in consent.matrix.purposes
        and cell.action in consent.matrix.actions
        and not part_withdrawn(consent, cell.to_unit, cell.category, at)
    )


def asked_under(question: Question, facts: Facts) -> ConsentFact | None:
    """Return the consent that is asked under, where it names a partner and the unit as giver."""
    for consent in facts.consents:
        if consent.id == question.consent and consent.matrix.partner is not None:
            return consent if question.unit in consent.matrix.from_units else None
    return None


def lets_disclose(consent: ConsentFact, partners: Iterable[PartnerFact], at: datetime) -> bool:
    """Say whether a consent lets anything be handed out at an instant to the partner it names."""
    known = {each.id: each for each in partners}
    partner = known.get(consent.matrix.partner) if consent.matrix.partner is not None else None
    return (
        partner is not None
        and cooperates(partner, at)
        and valid_at(consent, at)
        and not consent.unheard
        and Action.DISCLOSE in consent.matrix.actions
    )


def told_categories(
    consent: ConsentFact, unit: UUID, purpose: str, at: datetime, rules: CategoryRules
) -> frozenset[str]:
    """Return the categories that a unit may hand out under a consent for one purpose."""
    partner = consent.matrix.partner
    if partner is None:
        return frozenset()
    return frozenset(
        category
        for category in consent.matrix.categories
        if tells(consent, Cell(unit, partner, category, purpose, Action.DISCLOSE), at, rules)
    )


def still_covered(consent: ConsentFact, question: Question, rules: CategoryRules) -> bool:
    """Say whether a consent covers what the question says that it must cover still."""
    told = told_categories(consent, question.unit, question.purpose, question.at, rules)
    return question.covering <= told
