"""Put a matrix the way people ask for it: who would know what, and from whom."""

from collections.abc import Iterable
from uuid import UUID

from caseflow.consents import Offer
from caseflow.vocabulary.matrices import Matrix

Receivers = dict[UUID, dict[UUID, list[str]]]  # by receiver, by giver: categories


def by_receiver(pairs: Iterable[tuple[UUID, UUID, str]]) -> Receivers:
    """Return triples of giver, receiver and category by receiver, then by giver."""
    found: Receivers = {}
    for giver, receiver, category in pairs:
        found.setdefault(receiver, {}).setdefault(giver, []).append(category)
    return found


def kept_back(offer: Offer) -> dict[UUID, set[str]]:
    """Return by receiver the categories that she said no to."""
    return _by_unit(offer.refused)


def refused_to(matrix: Matrix) -> dict[UUID, set[str]]:
    """Return the same of what is recorded."""
    return _by_unit((no.to_unit, no.category) for no in matrix.exclusions)


def _by_unit(pairs: Iterable[tuple[UUID, str]]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {}
    for unit, category in sorted(pairs):
        found.setdefault(unit, set()).add(category)
    return found
