"""List all accounts, for whoever manages them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.may import may
from caseflow.identity.membership_rows import all_memberships
from caseflow.identity.memberships import MembershipView
from caseflow.identity.units import list_units
from caseflow.identity.words_of import joined
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission


@dataclass(frozen=True, slots=True)
class StaffView:
    """An account as whoever manages accounts sees it."""

    id: UUID
    email: str
    name: str
    language: str
    administrator: bool
    joined: bool  # has a password, and so a key
    disabled_at: datetime | None
    memberships: tuple[MembershipView, ...]  # by the name of the unit


def list_staff(work: Work, who: Actor | Person) -> list[StaffView] | Refused:
    """Return all accounts by name; a lead sees them all, since she admits from all of them."""
    if not (may(who, Permission.ADMINISTER) or may(who, Permission.ADMIT_STAFF)):
        return Refused(Reason.NOT_YOUR_ROLE)
    rows = sealed_rows.intact(work, work.session.scalars(select(Staff).order_by(Staff.name)))
    with_password = joined(work, [row.id for row in rows])
    held = _held(work)
    return [_view(row, row.id in with_password, held[row.id]) for row in rows]


def _held(work: Work) -> dict[UUID, list[MembershipView]]:
    units = {unit.id: unit for unit in list_units(work)}
    held: dict[UUID, list[MembershipView]] = defaultdict(list)
    for row in all_memberships(work):
        if row.unit_id in units:
            view = MembershipView(row.id, units[row.unit_id], Role(row.role))
            held[row.staff_id].append(view)
    return held


def _view(row: Staff, with_password: bool, held: list[MembershipView]) -> StaffView:  # noqa: FBT001 - a value of the view
    return StaffView(
        id=row.id,
        email=row.email,
        name=row.name,
        language=row.language,
        administrator=row.administrator,
        joined=with_password,
        disabled_at=row.disabled_at,
        memberships=tuple(sorted(held, key=lambda each: each.unit.name)),
    )
