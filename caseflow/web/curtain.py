"""Draw and lift the privacy curtain: a page that shows nothing until the password is given."""

from flask import Response, request, url_for

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy, recognise
from caseflow.http.schemas import InSchema, Line, Secret
from caseflow.identity import Caller, LoggedIn, behind_curtain, lift_curtain, lower_curtain
from caseflow.vocabulary.answers import Problem, Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import local_path
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class Curtain(InSchema):
    """The page that it is drawn before."""

    next = Line(most=2000, required=False)


class Password(InSchema):
    """The password, and the page to come back to."""

    password = Secret()
    next = Line(most=2000, required=False)
    quietly = Line(most=3, required=False)  # by the script of a page that keeps what was typed


@policy(Permission.PUBLIC)
def send_curtain() -> Response:
    """Draw the curtain before whoever is logged in here; who is not is led to the log-in."""
    wanted, token = read_form(Curtain()).typed.get("next", ""), _token()
    who = recognise()
    if who is not None:
        lower_curtain(current.work(), who, token)
    return lead_to(url_for("web.curtain", next=local_path(wanted)))


@policy(Permission.PUBLIC)
def show_curtain() -> Response:
    """Ask for the password where a session waits for it."""
    wanted = request.args.get("next", "")
    if not behind_curtain(current.work(), _token()):
        return lead_to(local_path(wanted))  # which asks for a log-in where nobody is
    return _show(Form({"next": wanted}))


@policy(Permission.PUBLIC)
def send_lift() -> Response:
    """Go on where the curtain was drawn, or say what is wrong with the password."""
    form = read_form(Password())
    if form.problems:
        return _show(form)
    caller = Caller(cookies_here().browser_of(request))
    answer = lift_curtain(current.work(), _token(), form.values["password"], caller)
    if isinstance(answer, Refused):
        many = answer.reason is Reason.TOO_MANY
        problem = Problem("password", "too_many_tries" if many else "wrong_password")
        return _show(form.but(problem), 429 if many else 422)
    if form.values.get("quietly"):
        response = Response(status=401 if answer is None else 204)
    else:
        response = lead_to(local_path(form.values.get("next")))
    if isinstance(answer, LoggedIn):
        cookies_here().give_token(response, answer.token)
    return response


def _token() -> str:
    return cookies_here().token_of(request) or ""


def _show(form: Form, status: int | None = None) -> Response:
    return page("curtain.html", status or (422 if form.problems else 200), form=form)
