"""Attach a document to a client."""

from uuid import UUID

from flask import Response, request, url_for

from caseflow.documents import DocumentDraft, attach_document
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.uploads import file_sent, takes_file
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import refused_act
from caseflow.web.documents.document_form import (
    NewDocument,
    document_page,
    empty_document,
    words_of,
)
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to

FIELD = "file"


@policy(Permission.WRITE_ENTRY)
def show_new_document(client: UUID) -> Response:
    """Show the empty form; for a question that asks for files, one that answers it."""
    question = request.args.get("question", "")
    return _show(client, Form({**empty_document(), "question": question}))


@takes_file
@policy(Permission.WRITE_ENTRY)
def send_new_document(client: UUID) -> Response:
    """Attach the file and show the list, or show the form with what is wrong."""
    form, brought = read_form(NewDocument()), file_sent(FIELD)
    if brought is None:
        form = form.but(Problem(FIELD, "file_missing"))
    if form.problems:
        return _show(client, form)
    question = form.values.get("question", "")
    draft = DocumentDraft(words_of(form), form.values.get("category", ""), question)
    answer = attach_document(current.work(), current.actor(), client, draft, brought)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            back = "web.intake" if question else "web.documents"
            return lead_to(url_for(back, client=client))


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    return frame if isinstance(frame, Response) else document_page(frame, form)
