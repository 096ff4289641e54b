"""Refuse forms that our own pages did not send."""

from typing import TypeVar

from flask import Blueprint, Flask, g, request
from flask.typing import RouteCallable
from flask_wtf.csrf import (  # type: ignore[import-untyped]  # it ships no types
    CSRFError,
    CSRFProtect,
    generate_csrf,
)

View = TypeVar("View", bound=RouteCallable)
FIELD = "csrf_token"
_LATE = "caseflow_checked_late"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def install_csrf(app: Flask, secret: str, without: Blueprint) -> None:
    """Demand the token on everything that changes something, but of `without`.

    There nobody is recognised by what a browser sends on its own.
    """
    app.config.update(
        WTF_CSRF_SECRET_KEY=secret,
        WTF_CSRF_FIELD_NAME=FIELD,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the browser's session: no text is lost to a clock
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer, which our pages never send
    )
    app.before_request(_refuse_other_sites)
    protection = CSRFProtect()

    def leave_for_later() -> None:
        view = app.view_functions.get(request.endpoint or "")
        if view is not None and vars(view).get(_LATE) and request.method not in _SAFE:
            g.check_form = protection.protect
            protection.exempt(view)

    app.before_request(leave_for_later)
    protection.init_app(app)
    protection.exempt(without)


def checked_late(view: View) -> View:
    """Look at the token of a view's form only once it is known who asks: a large file is in it."""
    setattr(view, _LATE, True)
    return view


def check_late() -> None:
    """Look at the token that was not looked at before; raises CSRFError."""
    check = g.pop("check_form", None)
    if check is not None:
        check()


def token() -> str:
    """Return the token that a form of this browser carries."""
    return str(generate_csrf())


def from_our_own_page() -> bool:
    """Say whether the browser vouches that one of our own pages sent this request."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


def _refuse_other_sites() -> None:
    site = request.headers.get("Sec-Fetch-Site", "none")
    if request.method not in _SAFE and site not in {"same-origin", "none"}:
        raise CSRFError("sent by another site")
