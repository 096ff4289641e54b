"""Say what a matrix reaches, whatever the time: uses, units and categories. Deny wins."""

from uuid import UUID

from caseflow.vocabulary.matrices import Action, Matrix


def views(matrix: Matrix) -> bool:
    """Say whether a matrix opens any drawer at all; telling by word of mouth opens none."""
    return Action.VIEW in matrix.actions


def allows_use(matrix: Matrix, purpose: str, action: Action) -> bool:
    """Say whether a matrix allows this use; whatever is done with a drawer, it is viewed too."""
    return purpose in matrix.purposes and action in matrix.actions and views(matrix)


def reaches(matrix: Matrix, from_unit: UUID, to_unit: UUID, category: str) -> bool:
    """Say whether a matrix leads a category from one unit to another."""
    return (
        category in matrix.categories
        and from_unit != to_unit
        and from_unit in matrix.from_units
        and to_unit in matrix.to_units
        and not excluded(matrix, to_unit, category)
    )


def reaches_outside(matrix: Matrix, from_unit: UUID, partner: UUID, category: str) -> bool:
    """Say whether a matrix lets a unit tell a category to the partner outside that it names."""
    return (
        matrix.partner == partner
        and category in matrix.categories
        and from_unit in matrix.from_units
        and not excluded(matrix, partner, category)
    )


def excluded(matrix: Matrix, to_unit: UUID, category: str) -> bool:
    """Say whether she refused this category to this unit when she agreed to the rest."""
    # Most matrices exclude nothing, and asking that first is faster than a loop over nothing.
    return bool(matrix.exclusions) and any(
        no.category == category and no.to_unit == to_unit for no in matrix.exclusions
    )
