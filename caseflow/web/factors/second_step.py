"""The second step of a log-in: the factor beside the password."""

from flask import Response, request

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.identity import Caller, ask_passkey, finish_log_in
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.factors.sent_proof import sent_proof, site
from caseflow.web.factors.show_page import ShowFactor, json_of
from caseflow.web.forms import Form, read_form
from caseflow.web.log_in import let_in
from caseflow.web.shell import page


@policy(Permission.PUBLIC)
def send_second_step() -> Response:
    """Begin the session, or show the empty log-in with the one sentence for every failure."""
    form = read_form(ShowFactor())
    token = cookies_here().step_of(request)
    caller = Caller(cookies_here().browser_of(request))
    answer = finish_log_in(current.work(), token, sent_proof("code", "passkey"), caller)
    if isinstance(answer, Refused):
        return step_failed(form.typed.get("next", ""))
    response = let_in(answer, form.values.get("next"))
    cookies_here().take_step(response)
    return response


def step_failed(going_to: str) -> Response:
    """Return the empty log-in with the one sentence for every failure of its second step."""
    failed = Form({"next": going_to}, problems=(Problem("password", "step_failed"),))
    response = page("log_in.html", 422, form=failed, step=False)
    cookies_here().take_step(response)
    return response


@policy(Permission.PUBLIC)
def ask_log_in_passkey() -> Response:
    """Return what the browser is asked, to show a passkey; the same for everybody."""
    token = cookies_here().step_of(request)
    return json_of(ask_passkey(current.work(), token, site()))
