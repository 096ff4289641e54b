"""Give and take the session cookie, and refuse to serve in the clear beyond this machine."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, TypedDict, cast

from flask import Flask, Request, Response, g, request

from caseflow.http.faults import Face, Fault
from caseflow.vocabulary.loopback import is_loopback


class _Attributes(TypedDict):
    path: str
    secure: bool
    httponly: bool
    samesite: Literal["Strict"]


@dataclass(frozen=True, slots=True)
class Cookies:
    """How cookies are named and guarded here."""

    secure: bool  # TLS ends here or at the proxy in front; else plain HTTP on loopback only

    def name(self, plain: str) -> str:
        """Return the full name of a cookie; `__Host-` lets no neighbouring host set it."""
        return f"__Host-{plain}" if self.secure else plain

    def token_of(self, asked: Request) -> str | None:
        """Return the token of the session that a request brings."""
        return asked.cookies.get(self.name("caseflow"))

    def give_token(self, response: Response, token: str) -> None:
        """Give the browser the token of a session; it never writes it to the disk."""
        response.set_cookie(self.name("caseflow"), token, **self._attributes())

    def take_token(self, response: Response) -> None:
        """Take the token of an ended session back."""
        response.delete_cookie(self.name("caseflow"), **self._attributes())

    def give_step(self, response: Response, token: str) -> None:
        """Give the browser the token of a log-in that waits for its second factor."""
        response.set_cookie(self.name("caseflow-step"), token, **self._attributes())

    def step_of(self, asked: Request) -> str:
        """Return the token of the log-in that waits in this browser; empty where there is none."""
        return asked.cookies.get(self.name("caseflow-step"), "")

    def take_step(self, response: Response) -> None:
        """Take the token of such a log-in back."""
        response.delete_cookie(self.name("caseflow-step"), **self._attributes())

    def give_browser(self, response: Response, token: str, lasts: timedelta) -> None:
        """Give the browser what it is known by: chance without a name, kept after a log-out."""
        name, age = self.name("caseflow-browser"), int(lasts.total_seconds())
        response.set_cookie(name, token, max_age=age, **self._attributes())

    def browser_of(self, asked: Request) -> str:
        """Return what this browser is known by; empty where it is a stranger."""
        return asked.cookies.get(self.name("caseflow-browser"), "")

    def take_browser(self, response: Response) -> None:
        """Take back what the browser was known by."""
        response.delete_cookie(self.name("caseflow-browser"), **self._attributes())

    def take_all_but_browser(self, response: Response) -> None:
        """Take back every other cookie of ours."""
        for plain in ("caseflow", "caseflow-step", "caseflow-form", "caseflow-keys", "language"):
            response.delete_cookie(self.name(plain), **self._attributes())

    def give_language(self, response: Response, language: str) -> None:
        """Remember the language of the pages until the browser is closed."""
        response.set_cookie(self.name("language"), language, **self._attributes())

    def language_of(self, asked: Request) -> str | None:
        """Return the language that somebody chose in this browser."""
        return asked.cookies.get(self.name("language"))

    def give_keys(self, response: Response, *, switched_on: bool) -> None:
        """Remember until the browser is closed whether its keys do something in our pages."""
        word = "on" if switched_on else "off"
        response.set_cookie(self.name("caseflow-keys"), word, **self._attributes())

    def keys_on(self, asked: Request) -> bool:
        """Say whether the keys of this browser do something in our pages."""
        return asked.cookies.get(self.name("caseflow-keys")) != "off"

    def _attributes(self) -> _Attributes:
        return {"path": "/", "secure": self.secure, "httponly": True, "samesite": "Strict"}


def install_cookies(app: Flask, cookies: Cookies, face: Face) -> None:
    """Guard Flask's own cookie alike, and turn away whoever comes over the wrong road."""
    app.config.update(
        SESSION_COOKIE_NAME=cookies.name("caseflow-form"),
        SESSION_COOKIE_SECURE=cookies.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
    )

    def turn_away() -> Response | None:
        g.cookies = cookies
        safe = request.is_secure if cookies.secure else is_loopback(request.host)
        return None if safe or request.blueprint == "health" else face(Fault.INSECURE)

    app.before_request(turn_away)


def cookies_here() -> Cookies:
    """Return how cookies are named and guarded in this house."""
    return cast("Cookies", g.cookies)
