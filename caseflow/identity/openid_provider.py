"""Ask the OpenID provider who somebody is: authorization code flow with PKCE.

OpenID Connect Core 1.0, section 3.1; RFC 7636 (S256); RFC 9207 (whose answer it is); RFC 9700. An
identity is a second factor and carries no key: her password still opens hers. Nothing is asked
unless `[openid_connect]` is configured, and no connection to the database is held meanwhile.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from authlib.integrations.base_client import (  # type: ignore[import-untyped]  # it ships no types
    OAuthError,
)
from authlib.integrations.requests_client import (  # type: ignore[import-untyped]  # the same
    OAuth2Session,
)

from caseflow.identity.id_tokens import Expected, subject_of
from caseflow.vocabulary.configuration import OpenIdConnect

_SECONDS = 5  # for each answer; a person waits
_KEPT = timedelta(minutes=10)  # what the provider says of itself; its keys are asked for each time
_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, as the provider says."""

    issuer: str
    subject: str = field(repr=False)


class Unreachable:
    """The provider does not answer, or not as a provider does; other factors stay usable."""


UNREACHABLE: Final = Unreachable()


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question to the provider is bound to."""

    redirect: str  # where the browser comes back to
    state: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    fresh: timedelta | None = None  # how long ago she may have logged in there; None: ever


@dataclass(frozen=True, slots=True)
class Returned:
    """What the browser brings back from the provider."""

    state: str
    code: str = field(repr=False)
    issuer: str = ""


class OpenIdProvider:
    """The one provider that this installation asks."""

    def __init__(self, rule: OpenIdConnect, secret: str) -> None:
        self.rule = rule
        self._secret = secret
        self._known: tuple[datetime, dict[str, Any]] | None = None

    def answers(self, now: datetime) -> bool:
        """Say whether it answers as a provider does."""
        return not isinstance(self._about(now), Unreachable)

    def question(self, asked: Asked, now: datetime) -> str | Unreachable:
        """Return the address that the browser is led to."""
        told = self._about(now)
        if isinstance(told, Unreachable):
            return told
        more = {} if asked.fresh is None else _fresh(asked.fresh)
        with self._session(asked) as session:
            address, _ = session.create_authorization_url(
                told["authorization_endpoint"],
                state=asked.state,
                code_verifier=asked.verifier,
                nonce=asked.nonce,
                **more,
            )
        return str(address)

    def identity(
        self, asked: Asked, back: Returned, now: datetime
    ) -> Identity | Unreachable | None:
        """Return who the provider says it is; None where anything of its answer does not fit."""
        told = self._about(now)
        if isinstance(told, Unreachable):
            return told
        named = bool(told.get("authorization_response_iss_parameter_supported"))
        if back.issuer != self.rule.issuer and (back.issuer or named):
            return None  # another provider's answer (RFC 9207)
        try:
            token = self._redeemed(told, asked, back)
            keys = None if token is None else _json(told["jwks_uri"])
        except (requests.RequestException, ValueError):
            return UNREACHABLE
        if token is None or keys is None:
            return None
        expected = Expected(self.rule.issuer, self.rule.client_id, asked.nonce, asked.fresh)
        subject = subject_of(token, keys, expected, now)
        return None if subject is None else Identity(self.rule.issuer, subject)

    def _redeemed(self, told: dict[str, Any], asked: Asked, back: Returned) -> str | None:
        with self._session(asked) as session:
            try:
                answer = session.fetch_token(
                    told["token_endpoint"],
                    grant_type="authorization_code",
                    code=back.code,
                    code_verifier=asked.verifier,
                    allow_redirects=False,
                )
            except OAuthError:
                return None  # the code was used, or is of another client or browser
        token = answer.get("id_token")
        return token if isinstance(token, str) else None

    def _session(self, asked: Asked) -> OAuth2Session:
        return OAuth2Session(
            self.rule.client_id,
            self._secret,
            scope="openid",
            redirect_uri=asked.redirect,
            code_challenge_method="S256",
            default_timeout=_SECONDS,
        )

    def _about(self, now: datetime) -> dict[str, Any] | Unreachable:
        """Return what the provider says of itself (OpenID Connect Discovery 1.0)."""
        if self._known is not None and self._known[0] <= now < self._known[0] + _KEPT:
            return self._known[1]
        try:
            told = _json(f"{self.rule.issuer.rstrip('/')}/.well-known/openid-configuration")
        except (requests.RequestException, ValueError):
            return UNREACHABLE
        if told.get("issuer") != self.rule.issuer or not all(
            self._safe(told.get(each)) for each in _ADDRESSES
        ):
            return UNREACHABLE
        self._known = now, told
        return told

    def _safe(self, address: object) -> bool:
        """Say whether an address is asked as the issuer is: over TLS but on this machine."""
        scheme = urlsplit(address).scheme if isinstance(address, str) else ""
        return scheme in {"https", urlsplit(self.rule.issuer).scheme}


def _json(address: str) -> dict[str, Any]:
    answer = requests.get(address, timeout=_SECONDS, allow_redirects=False)
    answer.raise_for_status()
    found = answer.json()
    if not isinstance(found, dict):
        raise requests.JSONDecodeError("no object", "", 0)
    return found


def _fresh(within: timedelta) -> dict[str, str]:
    """Return what asks for a log-in there just now (Core, section 3.1.2.1)."""
    return {"prompt": "login", "max_age": str(int(within.total_seconds()))}
