"""Choose the one unit that she acts for."""

from flask import Response, request
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import choose_membership
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import local_path, not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class ChooseUnit(InSchema):
    """The membership to act in."""

    membership = fields.UUID(required=True)
    next = Line(most=2000, required=False)  # where she wanted to go


@policy(Permission.LOGGED_IN)
def show_choose_unit() -> Response:
    """Show her units, none of them chosen beforehand."""
    return _show(Form({"next": request.args.get("next", "")}))


@policy(Permission.LOGGED_IN)
def send_choose_unit() -> Response:
    """Act in the chosen unit from the next request on."""
    form = read_form(ChooseUnit())
    if form.problems:
        return _show(form)
    who = current.who()
    if who is None:
        return not_found()
    answer = choose_membership(current.work(), who, form.values["membership"])
    if isinstance(answer, Refused):
        return not_found()
    return lead_to(local_path(form.values.get("next")))


def _show(form: Form) -> Response:
    return page("choose_unit.html", 422 if form.problems else 200, form=form)
