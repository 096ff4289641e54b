"""Name the units that a client can let each other know of her."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.vocabulary.units import UnitKind


def sharing_units(work: Work) -> frozenset[UUID]:
    """Return the units that have drawers: all but oversight."""
    return frozenset(unit.id for unit in list_units(work) if unit.kind is not UnitKind.OVERSIGHT)
