"""List the second factors that somebody has set up."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.second_factors import OneTimeSecret, Passkey
from caseflow.database.unit_of_work import Work
from caseflow.identity.openid_links import links_of
from caseflow.identity.recovery_codes import count_recovery_codes
from caseflow.vocabulary.actors import Actor, Person


@dataclass(frozen=True, slots=True)
class FactorView:
    """One factor as she sees it."""

    id: UUID
    since: datetime
    name: str = ""  # of a passkey
    kind: str = "one_time_code"  # or passkey, openid_connect


@dataclass(frozen=True, slots=True)
class Factors:
    """What somebody has beside her password."""

    shown: tuple[FactorView, ...]
    recovery_codes: int  # left to her


def list_factors(work: Work, who: Actor | Person) -> Factors:
    """Return her own factors, one-time codes first."""
    codes = sealed_rows.intact(
        work,
        work.session.scalars(select(OneTimeSecret).where(OneTimeSecret.staff_id == who.staff)),
    )
    passkeys = sealed_rows.intact(
        work,
        work.session.scalars(
            select(Passkey).where(Passkey.staff_id == who.staff).order_by(Passkey.added_at)
        ),
    )
    confirmed = [FactorView(row.id, row.confirmed_at) for row in codes if row.confirmed_at]
    named = [FactorView(row.id, row.added_at, row.name, "passkey") for row in passkeys]
    linked = [
        FactorView(row.id, row.linked_at, kind="openid_connect")
        for row in links_of(work, who.staff)
    ]
    return Factors((*confirmed, *named, *linked), count_recovery_codes(work, who.staff))
