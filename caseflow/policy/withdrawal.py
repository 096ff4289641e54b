"""Work out what a withdrawal takes back; nothing that it is asked can stop it.

Art. 7(3) GDPR. A withdrawal is never undone: what was taken back keeps its first instant.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import product
from typing import NamedTuple
from uuid import UUID

from caseflow.policy.reach import excluded
from caseflow.vocabulary.matrices import Matrix, WithdrawnPart


class Withdrawn(NamedTuple):
    """What one withdrawal adds to what was taken back before."""

    parts: tuple[WithdrawnPart, ...]  # the new ones only, ascending by unit and category
    whole: bool  # nothing of the consent is left


def apply_withdrawal(
    matrix: Matrix,
    before: Iterable[WithdrawnPart],
    to_units: frozenset[UUID] | None,
    categories: frozenset[str] | None,
    at: datetime,
) -> Withdrawn:
    """Return the parts that end at `at`: of both named choices the intersection, of none all.

    An empty choice names nothing and takes nothing back; it never means all.
    """
    gone = {(part.to_unit, part.category) for part in before}
    left = {
        (unit, category)
        for unit, category in product(matrix.recipients, matrix.categories)
        if (unit, category) not in gone and not excluded(matrix, unit, category)
    }
    named = {
        (unit, category)
        for unit, category in left
        if _names(to_units, unit) and _names(categories, category)
    }
    parts = tuple(WithdrawnPart(unit, category, at) for unit, category in sorted(named))
    return Withdrawn(parts, whole=left == named)


def _names(choice: frozenset[UUID] | frozenset[str] | None, one: UUID | str) -> bool:
    return choice is None or one in choice
