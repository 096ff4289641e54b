"""Lead a browser to the OpenID provider and back: pages that lead on, then a form of our own.

A form of ours must not lead to another host (`form-action`), and the browser does not send our
cookies with a request that the provider leads to (`SameSite=Strict`). So each way is a page that
leads on by itself, and what changes something is a form that is sent from here.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Response, make_response, render_template, request, session, url_for

from caseflow.http.doorkeeper import policy
from caseflow.http.language import language
from caseflow.http.openid import openid_here
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import Elsewhere, Returned, Trip
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form
from caseflow.web.shell import page

_WANTED = "openid-next"  # in the cookie of the form: the provider is not told what she looks at
_BROUGHT = ("state", "code", "iss")
_MOST = 4000  # characters of each


class Wanted(InSchema):
    """Where she wanted to go."""

    next = Line(most=2000, required=False)


class Brought(InSchema):
    """What the provider gave the browser along."""

    state = Line(most=_MOST, required=False)
    code = Line(most=_MOST, required=False)
    iss = Line(most=_MOST, required=False)


@policy(Permission.PUBLIC)
def show_return() -> Response:
    """Lead whoever comes back to the page of her trip, which the browser asks for with cookies."""
    if openid_here() is None:
        return not_found()
    logs_in = request.args.get("state", "").startswith(f"{Trip.LOG_IN}.")
    there = "web.show_openid_log_in" if logs_in else "web.show_openid"
    address = f"{url_for(there)}?{urlencode(_carried())}"
    return make_response(render_template("openid/back.html", address=address, language=language()))


def way_out(address: str, form: Form) -> Response:
    """Return the page that leads to the provider, and keep where she wanted to go."""
    session[_WANTED] = form.values.get("next", "")
    return page("openid/leave.html", address=address)


def way_in(action: str) -> Response:
    """Return the form that sends what was brought back."""
    if openid_here() is None:
        return not_found()
    return page("openid/finish.html", action=url_for(action), brought=_carried())


def brought(form: Form) -> Returned:
    """Return what came back with the browser."""
    values = {name: str(form.values.get(name, "")) for name in _BROUGHT}
    return Returned(values["state"], values["code"], values["iss"])


def wanted() -> str:
    """Return where she wanted to go, once."""
    return str(session.pop(_WANTED, ""))


def unreachable(at: Elsewhere, field: str) -> Problem:
    """Return what is wrong while the provider does not answer."""
    return Problem(field, "openid_unreachable", {"label": at.provider.rule.label})


def _carried() -> Mapping[str, str]:
    return {name: request.args.get(name, "")[:_MOST] for name in _BROUGHT}
