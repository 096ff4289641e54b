"""One-time codes from an authenticator (RFC 6238): make their secret, and take each code once."""

import hmac
from dataclasses import dataclass, field
from uuid import UUID

import pyotp
from sqlalchemy import delete, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.one_time_codes import SecretPlace, open_secret, seal_secret, secrets_key
from caseflow.database import sealed_rows
from caseflow.database.tables.second_factors import OneTimeSecret
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.vocabulary.errors import BrokenKey, Stale
from caseflow.vocabulary.ids import new_id

_SECONDS = 30  # of a time step, as every authenticator has it
_WINDOW = (-1, 0, 1)  # a clock may be a step behind or ahead


@dataclass(frozen=True, slots=True)
class NewSecret:
    """A secret that is not confirmed yet; it is shown until it is, and never again."""

    id: UUID
    secret: str = field(repr=False)
    address: str = field(repr=False)  # otpauth://, as authenticators read it from a pattern


def make_secret(work: Work, staff: UUID, email: str) -> NewSecret:
    """Add a secret in place of one that was never confirmed; a confirmed one still counts."""
    unconfirmed = OneTimeSecret.staff_id == staff, OneTimeSecret.confirmed_at.is_(None)
    work.session.execute(delete(OneTimeSecret).where(*unconfirmed))
    secret, id_ = pyotp.random_base32(), new_id()
    row = OneTimeSecret(
        id=id_,
        staff_id=staff,
        sealed=seal_secret(_key(work), _place(work, staff, id_), secret),
        made_at=work.clock.now(),
    )
    work.session.add(row)
    return _told(work, id_, secret, email)


def unconfirmed_secret(work: Work, staff: UUID, id_: UUID, email: str) -> NewSecret | None:
    """Return a secret that still waits for its first code, to be shown beside a wrong one."""
    for row in _secrets(work, staff):
        secret = _opened(work, row) if row.id == id_ and row.confirmed_at is None else None
        if secret is not None:
            return _told(work, id_, secret, email)
    return None


def confirm_secret(work: Work, staff: UUID, id_: UUID, code: str) -> OneTimeSecret | None:
    """Let a first code confirm a secret, in place of an earlier one; None for a wrong code."""
    found = _secrets(work, staff)
    waiting = [row for row in found if row.id == id_ and row.confirmed_at is None]
    if not waiting or not _spend(work, waiting[0], code, confirmed_at=work.clock.now()):
        return None
    former = OneTimeSecret.staff_id == staff, OneTimeSecret.id != id_
    gone = delete(OneTimeSecret).where(*former)
    work.session.execute(gone, execution_options={"synchronize_session": False})
    return waiting[0]


def spend_code(work: Work, staff: UUID, code: str) -> bool:
    """Say whether a code is one of hers, now and for the first time; of two at once one is."""
    rows = [row for row in _secrets(work, staff) if row.confirmed_at is not None]
    return any(_spend(work, row, code) for row in rows)


def _spend(work: Work, row: OneTimeSecret, code: str, **also: object) -> bool:
    step = _step_of(work, row, code)
    if step is None:
        return False
    try:
        sealed_rows.change(work, row, last_step=step, **also)
    except Stale:
        return False
    return True


def _step_of(work: Work, row: OneTimeSecret, code: str) -> int | None:
    """Return the time step whose code this is, unless that or a later one has been used."""
    secret = _opened(work, row)
    if secret is None:
        return None
    typed, codes = _digits(code), pyotp.TOTP(secret, interval=_SECONDS)
    now = int(work.clock.now().timestamp()) // _SECONDS
    fitting = [
        now + away
        for away in _WINDOW
        if hmac.compare_digest(codes.generate_otp(now + away).encode(), typed)
    ]
    return next((step for step in fitting if step > row.last_step), None)


def _digits(code: str) -> bytes:
    """Return a code as it is compared: authenticators show it with a blank in the middle."""
    return "".join(code.split()).encode(errors="replace")


def _secrets(work: Work, staff: UUID) -> list[OneTimeSecret]:
    query = select(OneTimeSecret).where(OneTimeSecret.staff_id == staff)
    return sealed_rows.intact(work, work.session.scalars(query))


def _opened(work: Work, row: OneTimeSecret) -> str | None:
    try:
        return open_secret(_key(work), _place(work, row.staff_id, row.id), row.sealed)
    except BrokenKey:
        work.alarms.append(Alarm.of_key(OneTimeSecret.__tablename__, row.id))
        return None


def _told(work: Work, id_: UUID, secret: str, email: str) -> NewSecret:
    codes = pyotp.TOTP(secret, interval=_SECONDS)
    address = codes.provisioning_uri(name=email, issuer_name=work.configuration.provider)
    return NewSecret(id_, secret, address)


def _key(work: Work) -> Cipher:
    return secrets_key(ring(work).server.cookie)


def _place(work: Work, staff: UUID, row: UUID) -> SecretPlace:
    return SecretPlace(work.installation, staff, row)
