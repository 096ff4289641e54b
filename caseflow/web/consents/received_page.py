"""Take in a consent that another system sent, and list what waits for her word."""

import json
from uuid import UUID

from flask import Response, request, url_for

from caseflow.consents.received import list_received, receive_consents
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.consents.desk_words import received_state_name
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page

DOCUMENT = "document"


class Receive(InSchema):
    """The document comes as a file."""


@policy(Permission.RECORD_CONSENT)
def show_received_consents(client: UUID) -> Response:
    """Show what other systems sent for her, and the form to take in more."""
    return _show(client, Form())


@policy(Permission.RECORD_CONSENT)
def send_received_consents(client: UUID) -> Response:
    """Take in a document; what of it is not understood is named."""
    form = read_form(Receive())
    resource = _resource()
    if form.problems or not isinstance(resource, dict):
        return _show(client, form.but(Problem(DOCUMENT, "no_consent")))
    answer = receive_consents(current.work(), current.actor(), client, resource)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Done():
            return lead_to(url_for("web.received_consents", client=client))


def _resource() -> object:
    """Return what the file holds; None where that is no JSON in UTF-8."""
    sent = request.files.get(DOCUMENT)
    try:
        found = json.loads("null" if sent is None else sent.read().decode())
        json.dumps(found, ensure_ascii=False).encode()  # half a character cannot be kept
    except (ValueError, RecursionError):
        return None
    return found


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    answer = list_received(current.work(), current.actor(), client)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "consents/received.html",
        422 if form.problems else 200,
        client=frame,
        words=frame.words,
        form=form,
        received=answer.value,
        staff=names_of(current.work(), {each.received_by for each in answer.value}),
        state_name=received_state_name,
        moment=moment,
    )
