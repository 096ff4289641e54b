"""Set up a second factor: one-time codes by a first code, a passkey, or an identity elsewhere.

With the first factor come ten recovery codes, and every other session of hers ends: it was begun
without.
"""

from dataclasses import dataclass, field
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.base import SealedRow
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.second_factors import Passkey
from caseflow.database.unit_of_work import Work
from caseflow.identity.check_factor import has_factor
from caseflow.identity.login_throttle import count_try, forget_failures
from caseflow.identity.one_time_codes import (
    NewSecret,
    confirm_secret,
    make_secret,
    unconfirmed_secret,
)
from caseflow.identity.openid_links import add_link, links_of
from caseflow.identity.openid_provider import Identity
from caseflow.identity.own_membership import refuse
from caseflow.identity.passkeys import Site, made_passkey, options_to_add, passkey_known
from caseflow.identity.recovery_codes import make_recovery_codes
from caseflow.identity.sessions import end_sessions_but, own_session
from caseflow.identity.show_factor import renew_session
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Added:
    """A factor that counts from now on; token and codes are told once."""

    token: str = field(repr=False)  # of her session, which goes on under it
    recovery_codes: tuple[str, ...] = field(default=(), repr=False)  # with her first factor


def begin_codes(work: Work, who: Actor | Person) -> NewSecret | Refused:
    """Make the secret of new one-time codes; it counts once a first code has confirmed it."""
    staff = _staff(work, who)
    if staff is None:
        return refuse(work, who, Act.FACTOR_ADD, Reason.NOT_OPEN)
    return make_secret(work, staff.id, staff.email)


def codes_begun(work: Work, who: Actor | Person, secret: UUID) -> NewSecret | None:
    """Return a secret that still waits for its first code, to be shown beside a wrong one."""
    staff = _staff(work, who)
    return None if staff is None else unconfirmed_secret(work, staff.id, secret, staff.email)


def confirm_codes(
    work: Work, who: Actor | Person, secret: UUID, code: str
) -> Done[Added] | Invalid | Refused:
    """Let a first code confirm new one-time codes; they take the place of earlier ones."""
    account = f"factor {who.staff}"
    tries = count_try(work, account)
    if isinstance(tries, Refused):
        refuse(work, who, Act.FACTOR_ADD, tries.reason)
        return tries
    had = has_factor(work, who.staff)
    row = confirm_secret(work, who.staff, secret, code)
    if row is None:
        return Invalid((Problem("code", "wrong_code"),))
    forget_failures(work, account)
    return _added(work, who, row, "one_time_code", first=not had)


def begin_passkey(work: Work, who: Actor | Person, site: Site) -> str | None:
    """Return what the browser is asked to make a passkey; None for nobody."""
    staff = _staff(work, who)
    return None if staff is None else options_to_add(work, staff, who.session, site)


def add_passkey(
    work: Work, who: Actor | Person, name: str, answer: str, site: Site
) -> Done[Added] | Invalid | Refused:
    """Keep the passkey that the browser has made, under the name that she calls it."""
    made = made_passkey(work, who.session, site, answer)
    if made is None or passkey_known(work, made.credential_id):
        return Invalid((Problem("passkey", "no_passkey"),))
    if not name.isprintable() or len(name) > _LONGEST_NAME:
        return Invalid((Problem("name", "too_long", {"most": str(_LONGEST_NAME)}),))
    had = has_factor(work, who.staff)
    row = Passkey(
        staff_id=who.staff,
        name=name,
        site=site.host,
        credential_id=made.credential_id,
        public=made.credential_public_key,
        sign_count=made.sign_count,
        added_at=work.clock.now(),
    )
    work.session.add(row)
    work.session.flush()
    return _added(work, who, row, "passkey", first=not had)


def add_identity(
    work: Work, who: Actor | Person, identity: Identity
) -> Done[Added] | Invalid | Refused:
    """Keep the identity that she has shown at the OpenID provider; one person has one."""
    if links_of(work, who.staff):
        return Invalid((Problem("openid", "identity_linked"),))
    had = has_factor(work, who.staff)
    row = add_link(work, who.staff, identity)
    if row is None:
        return Invalid((Problem("openid", "identity_taken"),))
    return _added(work, who, row, "openid_connect", first=not had)


def _added(
    work: Work, who: Actor | Person, row: SealedRow, kind: str, *, first: bool
) -> Done[Added] | Refused:
    session = own_session(work, who)
    if session is None:
        work.abandon()
        return refuse(work, who, Act.FACTOR_ADD, Reason.TOO_LATE)
    codes = make_recovery_codes(work, who.staff) if first else ()
    if first:
        end_sessions_but(work, who.staff, who.session)
    renewed = renew_session(work, session, work.clock.now())
    if renewed is None:
        work.abandon()
        return refuse(work, who, Act.FACTOR_ADD, Reason.TOO_LATE)
    told = {"factor": kind}
    record(work, Trace(act=Act.FACTOR_ADD, **by(who), rows=(digest_of(row),), details=told))
    return Done(Added(renewed.token, codes))


def _staff(work: Work, who: Actor | Person) -> Staff | None:
    return enabled(staff_by_id(work, who.staff))
