"""Say who gets an envelope when the key of a drawer is born or turned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.policy.facts import CategoryRules, ConsentFact
from caseflow.policy.merging import enough
from caseflow.policy.reach import reaches, views
from caseflow.policy.validity import lasts_beyond, part_withdrawn, valid_at


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
    leading: defaultdict[UUID, list[ConsentFact]] = defaultdict(list)
    for consent in consents:
        for receiver in _receivers(consent, unit, category, at):
            leading[receiver].append(consent)
    units = {receiver for receiver, given in leading.items() if will_open(given, at)}
    return Readers(frozenset(units | {unit}), trustee=category in categories.trustee)


def will_open(given: Sequence[ConsentFact], at: datetime) -> bool:
    """Say whether consents that lead a drawer to a unit will ever open it together.

    One that speaks for all records of hers does so alone; others must meet in time and purpose.
    """
    if any(not consent.unheard for consent in given):
        return True
    purposes = frozenset[str]().union(*(consent.matrix.purposes for consent in given))
    return any(
        enough(
            consent
            for consent in given
            if purpose in consent.matrix.purposes and valid_at(consent, moment)
        )
        for moment in _moments(given, at)
        for purpose in purposes
    )


def _moments(given: Iterable[ConsentFact], at: datetime) -> Iterator[datetime]:
    """Yield the instants at which more of them may be in force than before."""
    yield at
    for consent in given:
        begins = max(consent.valid_from, consent.recorded_at)
        if begins > at:
            yield begins


def _receivers(consent: ConsentFact, unit: UUID, category: str, at: datetime) -> set[UUID]:
    if not lasts_beyond(consent, at) or not views(consent.matrix):
        return set()
    return {
        receiver
        for receiver in consent.matrix.to_units
        if reaches(consent.matrix, unit, receiver, category)
        and not part_withdrawn(consent, receiver, category, at)
    }
