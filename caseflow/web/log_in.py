"""Log in with e-mail address and password; the second factor may follow."""

from flask import Response, request, session

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line, Secret
from caseflow.identity import Caller, LoggedIn, Step, begin_log_in, log_out
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import local_path
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class LogIn(InSchema):
    """Who she says she is."""

    email = Line()
    password = Secret()
    next = Line(most=2000, required=False)  # where she wanted to go


@policy(Permission.PUBLIC)
def show_log_in() -> Response:
    """Show the empty form."""
    return _show(Form({"next": request.args.get("next", "")}))


@policy(Permission.PUBLIC)
def send_log_in() -> Response:
    """Begin a session, or show the form again with the one sentence for every failure."""
    form = read_form(LogIn())
    if form.problems:
        return _show(form)
    caller = Caller(cookies_here().browser_of(request))
    answer = begin_log_in(current.work(), form.values["email"], form.values["password"], caller)
    if isinstance(answer, Refused):
        return page("log_in.html", 429, form=form.but(Problem("password", "too_many_tries")))
    if isinstance(answer, Step):
        return _ask_on(form, answer)
    return let_in(answer, form.values.get("next"))


def let_in(begun: LoggedIn, wanted: str | None) -> Response:
    """Lead her to where she wanted to go, with the cookies of her session and of her browser."""
    session.clear()  # a form token given to the browser before must not outlive the log-in
    log_out(current.work(), cookies_here().token_of(request) or "")  # nor may a session
    response = lead_to(local_path(wanted))
    give_session(response, begun)
    _speak_hers(response, begun.language)
    return response


def give_session(response: Response, begun: LoggedIn) -> None:
    """Give the browser the token of a session, and what it is known by."""
    cookies_here().give_token(response, begun.token)
    lasts = current.work().configuration.limits.known_browser
    cookies_here().give_browser(response, begun.browser, lasts)


def _speak_hers(response: Response, hers: str) -> None:
    """Speak the language in which she was invited, unless one was chosen in this browser.

    The first language is everybody's, wished for or not: there her browser is listened to.
    """
    offered = current.work().configuration.languages
    if hers in offered[1:] and cookies_here().language_of(request) is None:
        cookies_here().give_language(response, hers)


def _ask_on(form: Form, step: Step) -> Response:
    """Ask for the second factor, or for both once more: alike whether the password fits.

    Most who come here have done nothing wrong, so no field is called so.
    """
    failed = form.but(Problem("step", "log_in_failed"))
    response = page("log_in.html", 422, form=failed, step=True)
    cookies_here().give_step(response, step.token)
    return response


def _show(form: Form) -> Response:
    return page("log_in.html", 422 if form.problems else 200, form=form)
