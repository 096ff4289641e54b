"""Delete a document of the own unit."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.documents import delete_document
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.documents.change import show_stopped
from caseflow.web.error_pages import error_page
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


class Deletion(InSchema):
    """Which version was on the screen."""

    version = fields.Integer(required=True)


@policy(Permission.WRITE_ENTRY)
def send_deletion(client: UUID, document: UUID) -> Response:
    """Delete it, unless somebody has changed it since."""
    form = read_form(Deletion())
    if form.problems:
        return error_page(Fault.BAD_REQUEST)
    work, actor, version = current.work(), current.actor(), form.values["version"]
    answer = delete_document(work, actor, document, version, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return show_stopped(client, document, problems)
        case Conflict():
            return error_page(Fault.CONFLICT)
        case _:
            return lead_to(url_for("web.documents", client=client))
