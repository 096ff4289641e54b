"""Change one's own password: whoever is logged in, in a unit or in none."""

from flask import Response, request, session, url_for

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Secret
from caseflow.identity import LoggedIn, change_password
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.log_in import give_session
from caseflow.web.shell import lead_to, page


class ChangePassword(InSchema):
    """The password that holds, and the new one twice."""

    old_password = Secret()
    password = Secret()
    password_again = Secret()


@policy(Permission.LOGGED_IN)
def show_change_password() -> Response:
    """Show the empty form, and that the password is changed once it is."""
    return _show(Form(), 200)


@policy(Permission.LOGGED_IN)
def send_change_password() -> Response:
    """Change it; every session of hers ends, and this browser gets a new one."""
    form = read_form(ChangePassword())
    if not form.problems and form.values["password"] != form.values["password_again"]:
        form = form.but(Problem("password_again", "not_equal"))
    who = current.who()
    if form.problems or who is None:
        return _show(form, 422)
    answer = change_password(
        current.work(),
        who,
        form.values["old_password"],
        form.values["password"],
        cookies_here().browser_of(request),
    )
    match answer:
        case Refused(Reason.TOO_MANY):
            return _show(form.but(Problem("old_password", "too_many_tries")), 429)
        case Refused():
            return not_found()
        case Invalid(problems):
            return _show(form.but(*problems), 422)
        case _:
            return _go_on(answer.value)


def _go_on(begun: LoggedIn) -> Response:
    session.clear()  # a form token given before must not outlive the session that it was given in
    response = lead_to(url_for("web.password", changed="yes"))
    give_session(response, begun)
    return response


def _show(form: Form, status: int) -> Response:
    changed = "changed" in request.args and not form.problems
    return page("password.html", status, form=form, changed=changed)
