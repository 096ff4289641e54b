"""Show one's own sessions, end one, or all others."""

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema
from caseflow.identity import end_other_sessions, end_own_session, list_sessions
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.factors.factors_page import whoever
from caseflow.web.forms import read_form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page


class EndSession(InSchema):
    """Which session is ended."""

    session = fields.UUID(required=True)


@policy(Permission.LOGGED_IN)
def show_sessions() -> Response:
    """Show where she is logged in."""
    found = list_sessions(current.work(), whoever())
    return page("factors/sessions.html", sessions=found, moment=moment)


@policy(Permission.LOGGED_IN)
def send_end_session() -> Response:
    """End one of her sessions."""
    form = read_form(EndSession())
    if form.problems:
        return not_found()
    answer = end_own_session(current.work(), whoever(), form.values["session"])
    return not_found() if isinstance(answer, Refused) else lead_to(url_for("web.sessions"))


@policy(Permission.LOGGED_IN)
def send_end_other_sessions() -> Response:
    """End all of her sessions but this one."""
    end_other_sessions(current.work(), whoever())
    return lead_to(url_for("web.sessions"))
