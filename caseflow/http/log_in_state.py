"""Let flask-login know who asks: the session behind the cookie, resumed once a request."""

from typing import cast

from flask import Flask, Request
from flask_login import (  # type: ignore[import-untyped]  # it ships no types
    LoginManager,
    UserMixin,
    current_user,
)
from typing_extensions import override

from caseflow.http import current
from caseflow.http.cookies import Cookies
from caseflow.identity import resume
from caseflow.vocabulary.actors import Actor, Person


class Visitor(UserMixin):  # type: ignore[misc]  # its base has no types
    """Who asks, as flask-login carries it; nothing of it is kept between requests."""

    def __init__(self, who: Actor | Person) -> None:
        self.who = who

    @override
    def get_id(self) -> str:
        """Return the id of her session."""
        return str(self.who.session)


def install_log_in_state(app: Flask, cookies: Cookies) -> None:
    """Recognise people by the session cookie, and by nothing else that flask-login knows."""

    def visitor(request: Request) -> Visitor | None:
        token = cookies.token_of(request)
        who = resume(current.work(), token) if token else None
        return None if who is None else Visitor(who)

    manager = LoginManager()
    manager.session_protection = None  # our cookie is sealed to its own row
    manager.request_loader(visitor)
    # Its template variable would resume the session while a page is rendered.
    manager.init_app(app, add_context_processor=False)


def recognised() -> Actor | Person | None:
    """Return who asks, opening her keys onto the unit of work; None if nobody is logged in."""
    visitor = current_user._get_current_object()  # noqa: SLF001 - the way through its proxy
    return cast("Visitor", visitor).who if visitor.is_authenticated else None
