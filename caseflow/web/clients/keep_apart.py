"""Keep a client apart from another one, who is named by the code on her card."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.exceptions import keep_clients_apart
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.other_client import client_by_code
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


class TheOther(InSchema):
    """Who the other one is, and whether who asks works with the one of this page."""

    code = Line(most=100)
    mine = fields.Boolean(load_default=False)


@policy(Permission.KEEP_APART)
def show_keep_apart(client: UUID) -> Response:
    """Show what follows from it, and ask for the code."""
    return _show(client, Form())


@policy(Permission.KEEP_APART)
def send_keep_apart(client: UUID) -> Response:
    """Record it and lead to the work list: this page may be closed to her from now on."""
    form = read_form(TheOther())
    if form.problems:
        return _show(client, form)
    answer = _keep(client, form.values["code"], mine=form.values["mine"])
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.work_list"))


def _keep(client: UUID, code: str, *, mine: bool) -> Done[UUID] | Invalid | Refused:
    other = client_by_code(Act.APART_RECORD, client, code)
    match other:
        case Invalid():
            return other
        case Refused(Reason.TOO_MANY):
            return Invalid((Problem("code", "too_many_tries"),))
        case Refused():
            # Whether it is she or the code that is not there: her page says so when it is shown.
            return Invalid((Problem("code", "nobody_with_code"),))
        case _:
            return keep_clients_apart(current.work(), current.actor(), client, other, mine=mine)


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    if not frame.writable:
        return not_found()
    status = 422 if form.problems else 200
    return client_page(frame, "keep_apart.html", status, form=form)
