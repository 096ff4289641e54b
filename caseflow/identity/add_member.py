"""Make somebody a member: the row, and the envelope that leads her to the unit's key."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.unit_keys import admit
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.errors import MissingKey


@dataclass(frozen=True, slots=True)
class NewMember:
    """Who is admitted to which unit, as what, and by whom: none is the birth of the unit."""

    staff: UUID
    unit: UUID
    role: Role
    admitted_by: UUID | None = None


def add_member(work: Work, new: NewMember, act: UUID) -> tuple[Membership, KeyEvent]:
    """Add the membership; the unit's key is at hand, and the newcomer has a pair.

    The caller traces both in the entry `act`. Raises MissingKey where either is not so.
    """
    row = Membership(
        staff_id=new.staff,
        unit_id=new.unit,
        role=new.role.value,
        admitted_by=new.admitted_by,
        since=work.clock.now(),
    )
    work.session.add(row)
    work.session.flush()  # before the envelope that points to it
    granted = admit(work, row, act)
    if granted is None:
        raise MissingKey("The newcomer has no sound key pair.")
    return row, granted
