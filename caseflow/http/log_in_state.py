"""Let flask-login know who asks: the session behind the token, resumed once a request.

People bring it in a cookie, programs in a header; pages look only at the one, calls only at the
other.
"""

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
from caseflow.http.programs import bearer_token, of_program, unit_asked
from caseflow.identity import resume, resume_program
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
    """Recognise people by the session cookie, programs by their token, and by nothing else."""

    def visitor(request: Request) -> Visitor | None:
        who = _program(request) if of_program() else _person(request)
        return None if who is None else Visitor(who)

    def _person(request: Request) -> Actor | Person | None:
        token = cookies.token_of(request)
        return resume(current.work(), token) if token else None

    manager = LoginManager()
    manager.session_protection = None  # our cookie is sealed to its own row
    manager.request_loader(visitor)
    # Its template variable would resume the session while a page is rendered.
    manager.init_app(app, add_context_processor=False)


def _program(request: Request) -> Actor | Person | None:
    token = bearer_token(request)
    return resume_program(current.work(), token, unit_asked(request)) if token else None


def recognised() -> Actor | Person | None:
    """Return who asks, opening her keys onto the unit of work; None if nobody is logged in."""
    visitor = current_user._get_current_object()  # noqa: SLF001 - the way through its proxy
    return cast("Visitor", visitor).who if visitor.is_authenticated else None
