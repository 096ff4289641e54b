"""Say whether anybody is left who knows of a restricted case: else nobody would ever find it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import and_, bindparam

from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.vault.present_case import Kept
from caseflow.vocabulary.actors import Role

# The memberships, ended or not, that the staff `:kept_to` hold in `:unit`.
HELD = and_(
    Membership.unit_id == bindparam("unit"),
    Membership.staff_id.in_(bindparam("kept_to", expanding=True)),
)


def kept_to(case: Case | Kept | None) -> tuple[UUID, ...]:
    """Return the staff to whom a case is restricted."""
    return () if case is None or not case.restricted else tuple(case.assigned)


def is_deserted(
    case: Case | Kept,
    rows: Iterable[Membership],
    sound: Iterable[Membership],
    *,
    unasked: bool = False,
) -> bool:
    """Say whether a case is restricted to people whose memberships of its unit have all ended.

    Who has one whose seal is broken, or none at all, counts as still there: in doubt a case stays
    with those it was left to. Restricted `unasked`, because a client is kept apart and by no lead
    of the unit, it must not be out of all leads' reach: it is deserted where none of them is left.
    """
    ended = {
        id(row) for row in sound if row.ended_at is not None or (unasked and row.role != Role.LEAD)
    }
    here = [row for row in rows if row.unit_id == case.unit_id]
    gone = {row.staff_id for row in here} - {row.staff_id for row in here if id(row) not in ended}
    return case.restricted and gone.issuperset(case.assigned)
