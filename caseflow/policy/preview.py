"""Say what a consent would open, from its matrix and the configuration alone.

Never from which drawers exist: that she has one somewhere is a secret too.
"""

from dataclasses import dataclass
from itertools import product
from uuid import UUID

from caseflow.policy.facts import CategoryRules
from caseflow.policy.reach import reaches, views
from caseflow.vocabulary.matrices import Matrix


@dataclass(frozen=True, slots=True)
class Preview:
    """What would open, and which of it would wait for the owning unit."""

    pairs: tuple[tuple[UUID, UUID, str], ...]  # from, to, category; ascending
    pending_categories: tuple[str, ...]  # ascending


def preview(matrix: Matrix, recording_unit: UUID, categories: CategoryRules) -> Preview:
    """Return what a consent with this matrix, recorded in this unit, would open."""
    pairs = tuple(sorted(_pairs(matrix, categories)))
    # Elsewhere only the trustee can hand over a key, and of these categories it has none.
    pending = {
        category
        for owner, _, category in pairs
        if owner != recording_unit and category not in categories.trustee
    }
    return Preview(pairs, tuple(sorted(pending)))


def _pairs(matrix: Matrix, categories: CategoryRules) -> list[tuple[UUID, UUID, str]]:
    if not views(matrix):
        return []
    open_categories = matrix.categories - categories.never
    return [
        cell
        for cell in product(matrix.from_units, matrix.to_units, open_categories)
        if reaches(matrix, *cell)
    ]
