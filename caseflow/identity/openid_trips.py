"""Send a browser to the OpenID provider, and take what it brings back: each trip once.

The state is a challenge of ours, bound to one step of a log-in or one session and to what the trip
is for. So an answer that was fetched for another browser, or by another trip, is none.
"""

import base64
import binascii
import hmac
from enum import StrEnum
from uuid import UUID

from caseflow.crypto.derivation import derive
from caseflow.crypto.encoding import parts
from caseflow.database.unit_of_work import Work
from caseflow.identity.challenges import new_challenge, take_challenge
from caseflow.identity.openid_provider import (
    Asked,
    Identity,
    OpenIdProvider,
    Returned,
    Unreachable,
)
from caseflow.identity.whole_text import whole_text
from caseflow.keys.keyring import ring
from caseflow.vocabulary.answers import Refused


class Trip(StrEnum):
    """What somebody goes to the provider for."""

    LOG_IN = "log-in"
    SHOW = "show"  # the second factor once more
    LINK = "link"  # to say which identity is hers


def begin_trip(
    work: Work, provider: OpenIdProvider, trip: Trip, subject: UUID, redirect: str
) -> str | Unreachable:
    """Return the address at the provider that the browser is led to.

    `subject` is the step of a log-in, or the session, that the answer is for.
    """
    challenge = new_challenge(work, _subject(trip, subject))
    state = f"{trip}.{base64.urlsafe_b64encode(challenge).decode().rstrip('=')}"
    work.finish()  # nobody waits for the database while the provider is asked
    return provider.question(_asked(work, trip, state, redirect), work.clock.now())


def end_trip(
    work: Work,
    provider: OpenIdProvider,
    trip: Trip,
    subject: UUID,
    redirect: str,
    back: Returned,
) -> Identity | Unreachable | Refused | None:
    """Return who the provider says it is; None where its answer does not fit.

    Refused where this browser was never sent there, or came back before: that is nobody's try.
    """
    challenge = _challenge(trip, whole_text(back.state))
    if challenge is None or not take_challenge(work, _subject(trip, subject), challenge):
        return Refused()
    work.finish()  # the trip is over, and nobody waits for the database meanwhile
    return provider.identity(_asked(work, trip, back.state, redirect), back, work.clock.now())


def _asked(work: Work, trip: Trip, state: str, redirect: str) -> Asked:
    fresh = None if trip is Trip.LOG_IN else work.configuration.second_factor.fresh
    nonce, verifier = (_chance(work, label, state) for label in ("nonce", "verifier"))
    return Asked(redirect, state, nonce, verifier, fresh)


def _chance(work: Work, label: str, state: str) -> str:
    """Return what nobody guesses who does not hold the server's key: nothing of it is kept."""
    key = derive(ring(work).server.cookie, "openid trips", label.encode())
    digest = hmac.digest(key, state.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _subject(trip: Trip, subject: UUID) -> UUID:
    """Return an id of this purpose alone: a step-up must not become a link."""
    told = hmac.digest(b"caseflow openid trip", parts(trip.encode(), subject.bytes), "sha256")
    return UUID(bytes=told[:16])


def _challenge(trip: Trip, state: str) -> bytes | None:
    purpose, _, text = state.partition(".")
    if purpose != trip:
        return None
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
