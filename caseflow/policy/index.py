"""Find the consents that might open a drawer without looking at all of them.

A client may have given a thousand consents over the years. The index only says where to look;
`caseflow.policy.validity` decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from uuid import UUID

from caseflow.policy.facts import ConsentFact, Facts
from caseflow.policy.validity import end_of
from caseflow.vocabulary.bases import Basis, BasisKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A consent that names a giving unit, a receiving unit and a category."""

    consent: ConsentFact
    basis: Basis
    all_over: datetime  # from this instant on, it and all older candidates have ended

    @property
    def unheard(self) -> frozenset[UUID]:
        """Return the records of hers that the consent does not speak for."""
        return self.consent.unheard


Index = Mapping[tuple[UUID, str], tuple[Candidate, ...]]


def received_by(facts: Facts, to_unit: UUID) -> Index:
    """Return by giving unit and category what consents might lead it here, the newest first."""
    index = facts.indexes.get(to_unit)
    if index is None:
        index = facts.indexes[to_unit] = _index(facts.consents, to_unit)
    return index


def _index(consents: Iterable[ConsentFact], to_unit: UUID) -> Index:
    received = [consent for consent in consents if to_unit in consent.matrix.to_units]
    # The oldest first, and of two recorded at once the one with the higher id.
    received.sort(key=lambda consent: (consent.recorded_at, -consent.id.int))
    found: defaultdict[tuple[UUID, str], list[Candidate]] = defaultdict(list)
    for consent in received:
        end = end_of(consent)
        basis = Basis(BasisKind.CONSENT, consent.id)
        for key in product(consent.matrix.from_units, consent.matrix.categories):
            older = found[key]
            over = max(end, older[-1].all_over) if older else end
            older.append(Candidate(consent, basis, over))
    return {key: tuple(reversed(group)) for key, group in found.items()}
