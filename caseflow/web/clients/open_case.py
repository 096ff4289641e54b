"""Open a case of a client at the desk, or again after it was closed."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import open_case
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.desk_again import at_desk, refused_at_desk
from caseflow.web.clients.refusals import ask_reason
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


class OpenCase(InSchema):
    """Why a closed case is opened again; at a desk no reason is needed."""

    reason = Line(most=2000, required=False)


@policy(Permission.CREATE_CLIENT)
@at_desk
def send_open_case(client: UUID) -> Response:
    """Open the case and go to her first page; a closed case asks for its reason first."""
    form = read_form(OpenCase())
    if form.problems:
        return ask_reason(form)
    answer = open_case(current.work(), current.actor(), client, form.values.get("reason", ""))
    match answer:
        case Refused(Reason.REASON_NEEDED):
            return ask_reason(Form())
        case Refused(reason) if reason is not Reason.TOO_LATE:
            return refused_at_desk(answer)
        case _:  # where one is open already, it is what she wants
            return lead_to(url_for("web.client", client=client))
