"""Say whether somebody has a second factor, and whether she has shown it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.second_factors import OneTimeSecret, Passkey
from caseflow.database.unit_of_work import Work
from caseflow.identity.one_time_codes import spend_code
from caseflow.identity.openid_links import has_link, is_hers
from caseflow.identity.openid_provider import Identity
from caseflow.identity.passkeys import Site, spend_passkey
from caseflow.identity.recovery_codes import spend_recovery_code


@dataclass(frozen=True, slots=True)
class Proof:
    """What she shows beside her password: a code, what a passkey has signed, or an identity."""

    code: str = field(default="", repr=False)
    passkey: str = field(default="", repr=False)  # JSON, as the browser gives it
    site: Site = field(default_factory=lambda: Site("", ""))
    identity: Identity | None = None  # whom the OpenID provider has named


def has_factor(work: Work, staff: UUID) -> bool:
    """Say whether she has a second factor; one whose row was changed closes, and does not open."""
    secrets = work.session.scalars(
        select(OneTimeSecret).where(OneTimeSecret.staff_id == staff)
    ).all()
    passkeys = work.session.scalars(select(Passkey).where(Passkey.staff_id == staff)).all()
    sealed_rows.intact(work, passkeys)
    linked = has_link(work, staff)
    return bool(passkeys) or linked or _any_confirmed(work, secrets)


def check_factor(work: Work, staff: UUID, subject: UUID, proof: Proof) -> str | None:
    """Return what kind of factor she has shown, which is used up by that; None if none.

    `subject` is the session or the step of a log-in that the passkey was asked for.
    """
    if proof.identity is not None:
        return "openid_connect" if is_hers(work, staff, proof.identity) else None
    if proof.passkey:
        shown = spend_passkey(work, staff, subject, proof.site, proof.passkey)
        return "passkey" if shown else None
    if spend_code(work, staff, proof.code):
        return "one_time_code"
    return "recovery_code" if spend_recovery_code(work, staff, proof.code) else None


def _any_confirmed(work: Work, secrets: Sequence[OneTimeSecret]) -> bool:
    sound = sealed_rows.intact(work, secrets)
    return len(sound) < len(secrets) or any(row.confirmed_at is not None for row in sound)
