"""Say in which units a staff member can act."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.units import list_units
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.units import Unit


@dataclass(frozen=True, slots=True)
class MembershipView:
    """A membership as its holder sees it."""

    id: UUID
    unit: Unit
    role: Role


def memberships(
    work: Work, staff: UUID, units: Iterable[Unit] | None = None
) -> list[MembershipView]:
    """Return the active memberships of a staff member, by the name of the unit.

    `units` are all of the provider's, where they are at hand already.
    """
    held = {row.unit_id: row for row in memberships_of(work, staff)}
    return [
        MembershipView(held[unit.id].id, unit, Role(held[unit.id].role))
        for unit in (list_units(work) if units is None else units)
        if unit.id in held
    ]
