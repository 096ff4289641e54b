"""Show the second factor once more, and go on where it was asked for."""

from flask import Response, request

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import ask_own_passkey, show_factor
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import local_path, not_found
from caseflow.web.factors.sent_proof import sent_proof, site
from caseflow.web.factors.shown_beside import why
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page

MOST_OF_A_PASSKEY = 20_000  # characters of JSON: far more than any authenticator answers


class ShowFactor(InSchema):
    """A code, or what a passkey has signed, and the page to go on to."""

    code = Line(most=40, required=False)
    passkey = Line(most=MOST_OF_A_PASSKEY, required=False)
    next = Line(most=2000, required=False)


@policy(Permission.LOGGED_IN)
def show_factor_page() -> Response:
    """Ask for the second factor."""
    return _show(Form({"next": request.args.get("next", "")}), 200)


@policy(Permission.LOGGED_IN)
def send_factor() -> Response:
    """Note that it was shown; the session goes on under a new token."""
    form, who = read_form(ShowFactor()), current.who()
    if who is None:
        return not_found()
    if form.problems:
        return _show(form, 422)
    answer = show_factor(current.work(), who, sent_proof("code", "passkey"))
    if isinstance(answer, Refused):
        return _show(form.but(Problem("code", why(answer))), 422)
    response = lead_to(local_path(form.values.get("next")))
    cookies_here().give_token(response, answer.token)
    return response


@policy(Permission.LOGGED_IN)
def ask_passkey_now() -> Response:
    """Return what the browser is asked, to show a passkey."""
    who = current.who()
    if who is None:
        return not_found()
    return json_of(ask_own_passkey(current.work(), who, site()))


def json_of(text: str) -> Response:
    """Return what the script of a page has asked for."""
    return Response(text, content_type="application/json")


def show_again(going_to: str, problem: Problem) -> Response:
    """Ask for the second factor once more, and say why."""
    return _show(Form({"next": going_to}, problems=(problem,)), 422)


def _show(form: Form, status: int) -> Response:
    typed = {"next": form.typed.get("next", "")}  # a code is used up, and never shown again
    return page("factors/factor.html", status, form=Form(typed, {}, form.problems))
