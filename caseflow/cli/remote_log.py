"""Read the log of a running service over its interface for programs, as the officer."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import requests

from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.loopback import is_loopback

_SECONDS = 30  # for each answer
_PREFIX = "/api/v1"
_OFFICER = "officer"
_BEGUN, _REFUSED, _NOT_FOUND = 201, 300, 404
# Asks with method, address, headers and what is sent; gives status and body.
Body: TypeAlias = Mapping[str, str] | None
Asking: TypeAlias = Callable[[str, str, Mapping[str, str], Body], tuple[int, bytes]]


class RemoteLog:
    """The log of a service, as an officer who is logged in reads it."""

    def __init__(self, ask: Asking, token: str, unit: str) -> None:
        self._ask = ask
        self._headers = {"Authorization": f"Bearer {token}"}
        if unit:
            self._headers["Caseflow-Unit"] = unit

    def key(self) -> str:
        """Return the verifier key."""
        return self._get("/audit/key").decode()

    def checkpoint(self) -> str:
        """Return the newest head."""
        return self._get("/audit/checkpoint").decode()

    def tile(self, path: str) -> bytes:
        """Return a tile or a bundle, nothing where there is none."""
        return self._get(f"/audit/{path}")

    def hand_in(self, note: str, key: str) -> int:
        """Hand in a cosignature; return how many entries no witness has seen."""
        answer = self._sent("POST", "/audit/cosignatures", {"note": note, "key": key})
        return int(json.loads(answer)["unanchored"])

    def leave(self) -> None:
        """Log out."""
        self._sent("DELETE", "/sessions/current", None)

    def _get(self, address: str) -> bytes:
        status, body = self._ask("GET", f"{_PREFIX}{address}", self._headers, None)
        if status == _NOT_FOUND:
            return b""
        return _good(status, body)

    def _sent(self, method: str, address: str, body: Body) -> bytes:
        return _good(*self._ask(method, f"{_PREFIX}{address}", self._headers, body))


def log_in_there(ask: Asking, email: str, password: str, code: str) -> RemoteLog:
    """Log in as an officer; raises OperatorError where she is not let in, or is none."""
    asked = {"email": email, "password": password, **({"otp": code} if code else {})}
    status, body = ask("POST", f"{_PREFIX}/sessions", {}, asked)
    if status != _BEGUN:
        raise OperatorError(
            "E-mail address and password do not match, or the code is missing or wrong."
        )
    begun: dict[str, Any] = json.loads(body)
    units = [each["unit"] for each in begun["memberships"] if each["role"] == _OFFICER]
    if not units:
        _leave_at_once(ask, begun)
        raise OperatorError("{email} is no data-protection officer there.", email=email)
    return RemoteLog(ask, begun["token"], units[0])


def _leave_at_once(ask: Asking, begun: Mapping[str, Any]) -> None:
    """Log out somebody who is let in and has no business with the log."""
    unit = next((each["unit"] for each in begun["memberships"]), "")
    with suppress(OperatorError):
        RemoteLog(ask, begun["token"], unit).leave()


def over_the_net(url: str, ca: str | None = None) -> Asking:
    """Return what asks a service at this address, its certificate checked.

    Raises OperatorError for an address over which a password would travel in the clear.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" and not (
        parts.scheme == "http" and is_loopback(parts.hostname or "")
    ):
        raise OperatorError("{url} is no address over TLS; a password never goes there.", url=url)
    session = requests.Session()

    def ask(method: str, address: str, headers: Mapping[str, str], sent: Body) -> tuple[int, bytes]:
        try:
            answer = session.request(
                method,
                f"{url.rstrip('/')}{address}",
                headers=dict(headers),
                json=None if sent is None else dict(sent),
                timeout=_SECONDS,
                verify=ca or True,  # here, for what the environment names comes before a session's
                allow_redirects=False,  # a token goes to nobody else
            )
        except requests.RequestException as error:
            raise OperatorError(
                "{url} cannot be reached, or its certificate does not hold.", url=url
            ) from error
        return answer.status_code, answer.content

    return ask


def _good(status: int, body: bytes) -> bytes:
    if status >= _REFUSED:
        raise OperatorError("The service refused ({status}).", status=status)
    return body
