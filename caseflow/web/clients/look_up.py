"""Look a client up by the code on her card; a hit opens a desk."""

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import look_up_client
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class LookUp(InSchema):
    """The code as it is read out or typed."""

    code = Line(most=100)


@policy(Permission.MEMBER)
def show_look_up() -> Response:
    """Ask for the code."""
    return _show(Form(), 200)


@policy(Permission.MEMBER)
def send_look_up() -> Response:
    """Open a desk for her; a code that nobody has looks like one that may not be looked up."""
    form = read_form(LookUp())
    if form.problems:
        return _show(form, 422)
    answer = look_up_client(current.work(), current.actor(), form.values["code"])
    match answer:
        case Invalid(problems):
            return _show(form.but(*problems), 422)
        case Refused(Reason.TOO_MANY):
            return _show(form.but(Problem("code", "too_many_tries")), 429)
        case Refused():
            return _show(form.but(Problem("code", "nobody_with_code")), 404)
        case _:
            return lead_to(url_for("web.desk", client=answer.value.client))


def _show(form: Form, status: int) -> Response:
    return page("clients/look_up.html", status, form=form)
