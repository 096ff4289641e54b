"""Show one's own sessions, end one, or all others."""

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema
from caseflow.identity import (
    end_browser,
    end_other_sessions,
    end_own_session,
    list_browsers,
    list_sessions,
)
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


class EndBrowser(InSchema):
    """In which browser she is known no more."""

    browser = fields.UUID(required=True)


@policy(Permission.LOGGED_IN)
def show_sessions() -> Response:
    """Show where she is logged in, and in which browsers she is known."""
    found = list_sessions(current.work(), whoever())
    browsers = list_browsers(current.work(), whoever(), cookies_here().browser_of(request))
    return page("factors/sessions.html", sessions=found, browsers=browsers, moment=moment)


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


@policy(Permission.LOGGED_IN)
def send_end_browser() -> Response:
    """Know her in one of her browsers no more; in this one the cookie goes too."""
    form, token = read_form(EndBrowser()), cookies_here().browser_of(request)
    if form.problems:
        return not_found()
    browser = form.values["browser"]
    listed = list_browsers(current.work(), whoever(), token)
    if isinstance(end_browser(current.work(), whoever(), browser), Refused):
        return not_found()
    response = lead_to(url_for("web.sessions"))
    if any(each.this_one for each in listed if each.id == browser):
        cookies_here().take_browser(response)
    return response
