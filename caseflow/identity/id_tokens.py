"""Check an ID token: signature, issuer, audience, times, nonce (OpenID Connect Core, 3.1.3.7).

Signatures are asymmetric or none at all: with HS256 among them, whoever knows the provider's public
key could sign (RFC 8725, sections 2.1 and 3.1).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]  # it ships no types
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

_SIGNED = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
_SIGNED += ["Ed25519", "EdDSA"]
_ASYMMETRIC = frozenset({"RSA", "EC", "OKP"})
_LEEWAY = 60  # seconds that two clocks may differ
_LONGEST_SUBJECT = 255  # characters (Core, section 2)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the token must say."""

    issuer: str
    client: str
    nonce: str = field(repr=False)
    fresh: timedelta | None = None  # how long ago she may have logged in there


def subject_of(token: str, keys: dict[str, Any], expected: Expected, now: datetime) -> str | None:
    """Return whom the token names; None where anything in it does not fit."""
    known = {"keys": [each for each in _listed(keys) if each.get("kty") in _ASYMMETRIC]}
    seconds = int(now.timestamp())
    try:
        read = jwt.decode(token, KeySet.import_key_set(known), algorithms=_SIGNED)  # type: ignore[arg-type]  # checked by it
        claims = _claims(read, expected)
        claims.validate(seconds, _LEEWAY)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    if not _is_fresh(claims, expected, seconds):
        return None
    subject = claims["sub"]
    good = isinstance(subject, str) and 0 < len(subject) <= _LONGEST_SUBJECT
    return subject if good else None


def _claims(read: jwt.Token, expected: Expected) -> CodeIDToken:
    options = {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client},
    }
    params = {"nonce": expected.nonce, "client_id": expected.client}
    if expected.fresh is not None:
        params["max_age"] = str(int(expected.fresh.total_seconds()))
    return CodeIDToken(read.claims, read.header, options, params)


def _is_fresh(claims: CodeIDToken, expected: Expected, now: int) -> bool:
    """Say whether she has logged in there just now; the library takes no time for too old."""
    if expected.fresh is None:
        return True
    since = now - int(claims["auth_time"])
    return -_LEEWAY <= since <= expected.fresh.total_seconds() + _LEEWAY


def _listed(keys: dict[str, Any]) -> list[dict[str, Any]]:
    found = keys.get("keys")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
