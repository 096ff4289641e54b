"""Take up an invitation: set a password, and read the six words that the lead will ask for."""

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Secret
from caseflow.identity import join
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import page


class Join(InSchema):
    """The password, typed twice."""

    password = Secret()
    password_again = Secret()


@policy(Permission.PUBLIC)
def show_join(token: str) -> Response:  # noqa: ARG001 - whether it is any good shows only at the end
    """Show the form alike for every link, so that none can be tried out."""
    return _show(Form())


@policy(Permission.PUBLIC)
def send_join(token: str) -> Response:
    """Set the password; her key pair is born with it."""
    form = read_form(Join())
    if not form.problems and form.values["password"] != form.values["password_again"]:
        form = form.but(Problem("password_again", "not_equal"))
    if form.problems:
        return _show(form)
    answer = join(current.work(), token, form.values["password"])
    match answer:
        case Refused():
            return not_found()
        case Invalid(problems):
            return _show(form.but(*problems))
        case _:
            return page("joined.html", words=answer.value.six_words)


def _show(form: Form) -> Response:
    return page("join.html", 422 if form.problems else 200, form=form)
