"""Write down one's own address, so that the officer is told of a look at who lives there."""

from flask import Response, request, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import (
    TypedAddress,
    keep_own_address,
    remove_own_address,
    show_own_address,
)
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.factors.factors_page import whoever
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class OwnAddress(InSchema):
    """Where she lives."""

    street = Line(most=120)
    postal_code = Line(most=20)


@policy(Permission.LOGGED_IN)
@fresh_factor
def show_address() -> Response:
    """Show whether she has written one down, and never which: no look goes without a trace."""
    return _show(Form(), kept=show_own_address(current.work(), whoever()) is not None)


@policy(Permission.LOGGED_IN)
@fresh_factor
def send_address() -> Response:
    """Keep it, sealed to her alone."""
    form = read_form(OwnAddress())
    if form.problems:
        return _show(form, kept=False)
    typed = TypedAddress(form.values["street"], form.values["postal_code"])
    match keep_own_address(current.work(), whoever(), typed):
        case Done():
            return lead_to(url_for("web.own_address", kept="yes"))
        case Invalid(problems=problems):
            return _show(form.but(*problems), kept=False)
        case Refused():
            return not_found()


@policy(Permission.LOGGED_IN)
@fresh_factor
def send_remove_address() -> Response:
    """Delete it."""
    remove_own_address(current.work(), whoever())
    return lead_to(url_for("web.own_address"))


def _show(form: Form, *, kept: bool) -> Response:
    status = 422 if form.problems else 200
    said = "kept" in request.args and not form.problems
    return page("own_address.html", status, form=form, kept=kept, said=said)
