"""List the documents of a client."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.documents import list_documents
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.documents.document_form import size_of
from caseflow.web.shell import page


@policy(Permission.READ_STORY)
def show_documents(client: UUID) -> Response:
    """Show what is written about each."""
    return _show(client, "")


@policy(Permission.READ_STORY)
def send_documents(client: UUID) -> Response:
    """Show the documents of a closed case for a reason, which stands in no address."""
    return for_reason(partial(_show, client))


def _show(client: UUID, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    answer = list_documents(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "documents/list.html",
        client=frame,
        words=frame.words,
        documents=list(reversed(answer.value.items)),
        damaged=bool(answer.value.damaged),
        own_unit=current.actor().unit,
        size_of=size_of,
    )
