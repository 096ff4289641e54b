"""Say who gets an envelope when the key of a drawer is born or turned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.policy.facts import CategoryRules, ConsentFact
from caseflow.policy.reach import reaches, views
from caseflow.policy.validity import lasts_beyond, part_withdrawn


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of a drawer key, all of them."""

    units: frozenset[UUID]
    trustee: bool
    recovery: bool = True


def readers(
    unit: UUID,
    category: str,
    consents: Iterable[ConsentFact],
    categories: CategoryRules,
    at: datetime,
) -> Readers:
    """Return the readers of the drawer that a unit keeps about a category.

    A consent that begins later counts already: nobody of the owning unit may be there then.
    Whoever declared an emergency gets an envelope by that act, not here.
    """
    if category in categories.never:
        return Readers(frozenset({unit}), trustee=False)
    units = {unit}
    for consent in consents:
        units |= _receivers(consent, unit, category, at)
    return Readers(frozenset(units), trustee=category in categories.trustee)


def _receivers(consent: ConsentFact, unit: UUID, category: str, at: datetime) -> set[UUID]:
    if not lasts_beyond(consent, at) or not views(consent.matrix):
        return set()
    return {
        receiver
        for receiver in consent.matrix.to_units
        if reaches(consent.matrix, unit, receiver, category)
        and not part_withdrawn(consent, receiver, category, at)
    }
