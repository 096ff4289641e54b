"""Challenges that a passkey may answer: each once, for one thing, within five minutes."""

import hmac
import os
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select

from caseflow.crypto.derivation import derive
from caseflow.database.tables.second_factors import PasskeyChallenge
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vocabulary.clock import instant_text

LASTS = timedelta(minutes=5)
_NONCE = 16  # bytes


def new_challenge(work: Work, subject: UUID) -> bytes:
    """Return a challenge for this session or this step of a log-in, and keep it."""
    now = work.clock.now()
    work.session.execute(delete(PasskeyChallenge).where(PasskeyChallenge.ends_at < now))
    ends_at = now + LASTS
    challenge = _bound(work, os.urandom(_NONCE), subject, ends_at)
    work.session.add(PasskeyChallenge(challenge=challenge, subject_id=subject, ends_at=ends_at))
    return challenge


def take_challenge(work: Work, subject: UUID, challenge: bytes) -> bool:
    """Say whether a challenge was made for this and never answered; it is gone now."""
    query = select(PasskeyChallenge.ends_at).where(
        PasskeyChallenge.challenge == challenge, PasskeyChallenge.subject_id == subject
    )
    ends_at = work.session.scalar(query)
    if not isinstance(ends_at, datetime) or ends_at <= work.clock.now():
        return False
    taken = (
        delete(PasskeyChallenge)
        .where(PasskeyChallenge.challenge == challenge)
        .returning(PasskeyChallenge.challenge)
        .execution_options(synchronize_session=False)
    )
    won = work.session.execute(taken).scalar_one_or_none() is not None
    ours = _bound(work, challenge[:_NONCE], subject, ends_at)
    return won and hmac.compare_digest(ours, challenge)


def _bound(work: Work, nonce: bytes, subject: UUID, ends_at: datetime) -> bytes:
    key = derive(ring(work).server.cookie, "passkey challenges")
    told = nonce + subject.bytes + instant_text(ends_at).encode()
    return nonce + hmac.digest(key, told, "sha256")
