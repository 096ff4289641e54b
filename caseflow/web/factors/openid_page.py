"""Link one's identity at the OpenID provider, and show it once more in a session."""

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor, without_factor
from caseflow.http.openid import openid_here
from caseflow.identity import (
    Elsewhere,
    Returned,
    Trip,
    Unreachable,
    ask_identity,
    link_identity,
    show_identity,
)
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import local_path, not_found
from caseflow.web.factors.add_page import added_page
from caseflow.web.factors.factors_page import factors_page, whoever
from caseflow.web.factors.openid_way import (
    Brought,
    Wanted,
    brought,
    unreachable,
    wanted,
    way_in,
    way_out,
)
from caseflow.web.factors.show_page import show_again
from caseflow.web.factors.shown_beside import why
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


@policy(Permission.LOGGED_IN)
@without_factor
@fresh_factor
def send_link_openid() -> Response:
    """Lead the browser to the provider, to say which account there is hers."""
    at = openid_here()
    if at is None:
        return not_found()
    answer = ask_identity(current.work(), whoever(), at, Trip.LINK)
    if isinstance(answer, Unreachable):
        return factors_page(Form(problems=(unreachable(at, "openid"),)))
    return way_out(answer, Form())


@policy(Permission.LOGGED_IN)
def send_show_openid() -> Response:
    """Lead the browser to the provider, to show once more that it is she."""
    at, form = openid_here(), read_form(Wanted())
    if at is None:
        return not_found()
    answer = ask_identity(current.work(), whoever(), at, Trip.SHOW)
    if isinstance(answer, Unreachable):
        return show_again(form.values.get("next", ""), unreachable(at, "code"))
    return way_out(answer, form)


@policy(Permission.LOGGED_IN)
@without_factor
def show_openid() -> Response:
    """Show the form that goes on by itself."""
    return way_in("web.finish_openid")


@policy(Permission.LOGGED_IN)
@without_factor
def finish_openid() -> Response:
    """Link the account, or let the session go on under a new token."""
    at, form = openid_here(), read_form(Brought())
    if at is None:
        return not_found()
    back = brought(form)
    return _link(at, back) if back.state.startswith(f"{Trip.LINK}.") else _show(at, back)


def _link(at: Elsewhere, back: Returned) -> Response:
    match link_identity(current.work(), whoever(), at, back):
        case Done(value=added):
            return added_page(added)
        case Invalid(problems=problems):
            return factors_page(Form(problems=problems))
        case Refused():
            return lead_to(url_for("web.factors"))


def _show(at: Elsewhere, back: Returned) -> Response:
    answer, going_to = show_identity(current.work(), whoever(), at, back), wanted()
    match answer:
        case Refused():
            return show_again(going_to, Problem("code", why(answer)))
        case Unreachable():
            return show_again(going_to, unreachable(at, "code"))
        case _:
            response = lead_to(local_path(going_to))
            cookies_here().give_token(response, answer.token)
            return response
