"""Show who one is at the OpenID provider as the second step of a log-in."""

from flask import Response, request

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.openid import openid_here
from caseflow.identity import (
    Caller,
    Elsewhere,
    Unreachable,
    ask_identity_for_log_in,
    finish_with_identity,
)
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.factors.openid_way import (
    Brought,
    Wanted,
    brought,
    unreachable,
    wanted,
    way_in,
    way_out,
)
from caseflow.web.factors.second_step import step_failed
from caseflow.web.forms import Form, read_form
from caseflow.web.log_in import let_in
from caseflow.web.shell import page


@policy(Permission.PUBLIC)
def send_openid_log_in() -> Response:
    """Lead the browser to the provider, whether the password was right or not."""
    at, form = openid_here(), read_form(Wanted())
    if at is None:
        return not_found()
    answer = ask_identity_for_log_in(current.work(), at, cookies_here().step_of(request))
    match answer:
        case Refused():
            return step_failed(form.values.get("next", ""))
        case Unreachable():
            return _step_again(at, form.values.get("next", ""))
        case _:
            return way_out(answer, form)


@policy(Permission.PUBLIC)
def show_openid_log_in() -> Response:
    """Show the form that goes on by itself."""
    return way_in("web.finish_openid_log_in")


@policy(Permission.PUBLIC)
def finish_openid_log_in() -> Response:
    """Begin the session, or show the empty log-in with the one sentence for every failure."""
    at, form, cookies = openid_here(), read_form(Brought()), cookies_here()
    if at is None:
        return not_found()
    token, caller = cookies.step_of(request), Caller(cookies.browser_of(request))
    answer = finish_with_identity(current.work(), at, token, brought(form), caller)
    going_to = wanted()
    match answer:
        case Refused():
            return step_failed(going_to)
        case Unreachable():
            return _step_again(at, going_to)
        case _:
            response = let_in(answer, going_to)
            cookies.take_step(response)
            return response


def _step_again(at: Elsewhere, going_to: str) -> Response:
    """Show the other ways of the second step, with why this one is closed."""
    form = Form({"next": going_to}, problems=(unreachable(at, "code"),))
    return page("log_in.html", 422, form=form, step=True)
