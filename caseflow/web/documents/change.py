"""Show one document; those of the own unit can be changed and given another file."""

from collections.abc import Iterable
from uuid import UUID

from flask import Response, url_for

from caseflow.documents import DocumentChange, DocumentView, change_document, read_document
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.uploads import file_sent, takes_file
from caseflow.vocabulary.answers import Conflict, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.documents.attach import FIELD
from caseflow.web.documents.document_form import (
    ChangedDocument,
    document_page,
    typed_document,
    words_of,
)
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


@policy(Permission.READ_STORY)
def show_document(client: UUID, document: UUID) -> Response:
    """Show what is written about it, and where its file is."""
    answer = read_document(current.work(), current.actor(), document, of=client)
    if answer == Refused(Reason.REASON_NEEDED):
        # The list asks for it, and holds all that may be looked at then.
        return lead_to(url_for("web.documents", client=client))
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return _show(client, answer.value, Form(typed_document(answer.value)))


@takes_file
@policy(Permission.WRITE_ENTRY)
def send_document(client: UUID, document: UUID) -> Response:
    """Write the change, or show what is wrong with it, or that somebody was faster."""
    form = read_form(ChangedDocument())
    if form.problems:
        return _again(client, document, form)
    work, actor, version = current.work(), current.actor(), form.values["version"]
    change = DocumentChange(version, words_of(form), file_sent(FIELD))
    answer = change_document(work, actor, document, change, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _again(client, document, form.but(*problems))
        case Conflict():
            return _again(client, document, form, overtaken=True)
        case _:
            return lead_to(url_for("web.documents", client=client))


def show_stopped(client: UUID, document: UUID, problems: Iterable[Problem]) -> Response:
    """Show it as it stands, and what stands against an act that nothing was typed for."""
    answer = read_document(current.work(), current.actor(), document, of=client)
    if isinstance(answer, Refused):
        return not_found()
    return _show(client, answer.value, Form(typed_document(answer.value)).but(*problems))


def _again(client: UUID, document: UUID, form: Form, *, overtaken: bool = False) -> Response:
    answer = read_document(current.work(), current.actor(), document, of=client)
    if isinstance(answer, Refused) or answer.value.unit != current.actor().unit:
        return not_found()
    if overtaken:
        # She has seen what stands there now: the next time hers is taken.
        form = Form({**form.typed, "version": str(answer.value.version)})
    return _show(client, answer.value, form, overtaken=overtaken)


def _show(client: UUID, document: DocumentView, form: Form, *, overtaken: bool = False) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    return document_page(frame, form, document, overtaken=overtaken)
