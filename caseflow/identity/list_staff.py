"""List all accounts, for whoever manages them."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.login_throttle import used_up
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
    disabled_at: datetime | None
    memberships: tuple[MembershipView, ...]  # by the name of the unit
    joined: bool = False  # has a password, and so a key
    locked: bool = False  # so many failures that nothing more is tried from a strange browser


def list_staff(work: Work, who: Actor | Person) -> list[StaffView] | Refused:
    """Return all accounts by name; a lead sees them all, since she admits from all of them."""
    if not (may(who, Permission.ADMINISTER) or may(who, Permission.ADMIT_STAFF)):
        return Refused(Reason.NOT_YOUR_ROLE)
    rows = sealed_rows.intact(work, work.session.scalars(select(Staff).order_by(Staff.name)))
    with_password = joined(work, [row.id for row in rows])
    held = _held(work)
    guessed_at = used_up(work, [row.email for row in rows])
    return [
        replace(
            _view(row, held[row.id]), joined=row.id in with_password, locked=row.email in guessed_at
        )
        for row in rows
    ]


def _held(work: Work) -> dict[UUID, list[MembershipView]]:
    units = {unit.id: unit for unit in list_units(work)}
    held: dict[UUID, list[MembershipView]] = defaultdict(list)
    for row in all_memberships(work):
        if row.unit_id in units:
            view = MembershipView(row.id, units[row.unit_id], Role(row.role))
            held[row.staff_id].append(view)
    return held


def _view(row: Staff, held: list[MembershipView]) -> StaffView:
    return StaffView(
        id=row.id,
        email=row.email,
        name=row.name,
        language=row.language,
        administrator=row.administrator,
        disabled_at=row.disabled_at,
        memberships=tuple(sorted(held, key=lambda each: each.unit.name)),
    )
