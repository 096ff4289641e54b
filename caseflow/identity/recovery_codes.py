"""Ten codes on paper in place of a lost factor: shown once, kept as digests, each works once."""

import base64
import hmac
import secrets
from uuid import UUID

from sqlalchemy import delete, select

from caseflow.crypto.derivation import derive
from caseflow.database import sealed_rows
from caseflow.database.tables.second_factors import RecoveryCode
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vocabulary.errors import Stale

HOW_MANY = 10
_BYTES = 15  # of chance: twenty-four characters, too many to be worked through from digests
_GROUP = 4


def make_recovery_codes(work: Work, staff: UUID) -> tuple[str, ...]:
    """Make ten codes in place of all earlier ones; they are told once, and kept nowhere."""
    work.session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff))
    codes = [_new_code() for _ in range(HOW_MANY)]
    now = work.clock.now()
    for code in codes:
        digest = _digest(work, staff, code)
        work.session.add(RecoveryCode(staff_id=staff, digest=digest, made_at=now))
    return tuple(_grouped(code) for code in codes)


def spend_recovery_code(work: Work, staff: UUID, code: str) -> bool:
    """Say whether a code is one of hers that was never used; of two at once one is."""
    digest = _digest(work, staff, code)
    query = select(RecoveryCode).where(
        RecoveryCode.staff_id == staff, RecoveryCode.used_at.is_(None)
    )
    rows = sealed_rows.intact(work, work.session.scalars(query))
    fitting = [row for row in rows if hmac.compare_digest(row.digest, digest)]
    try:
        for row in fitting:
            sealed_rows.change(work, row, used_at=work.clock.now())
    except Stale:
        return False
    return bool(fitting)


def count_recovery_codes(work: Work, staff: UUID) -> int:
    """Return how many codes she has left."""
    query = select(RecoveryCode).where(
        RecoveryCode.staff_id == staff, RecoveryCode.used_at.is_(None)
    )
    return len(sealed_rows.intact(work, work.session.scalars(query)))


def _new_code() -> str:
    return base64.b32encode(secrets.token_bytes(_BYTES)).decode().lower()


def _digest(work: Work, staff: UUID, code: str) -> bytes:
    key = derive(ring(work).server.cookie, "recovery codes")
    bare = "".join(each for each in code.lower() if each.isalnum())
    return hmac.digest(key, staff.bytes + bare.encode(errors="replace"), "sha256")


def _grouped(code: str) -> str:
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
