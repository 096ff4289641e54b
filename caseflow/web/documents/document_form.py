"""What is typed for a document, how large its file is, and the page around it."""

from flask import Response
from marshmallow import fields

from caseflow.documents import DocumentView
from caseflow.http import current
from caseflow.http.language import language
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.questions.answer_types import Kind
from caseflow.vocabulary.states import DocumentKind
from caseflow.web.clients.client_frame import Frame
from caseflow.web.clients.own_unit import own_categories, typed_day
from caseflow.web.forms import Form
from caseflow.web.moments import today
from caseflow.web.shell import page

MOST = 4000  # characters of a note
_THOUSAND, _MILLION = 1_000, 1_000_000


class DocumentText(InSchema):
    """A document as it is typed; what is empty is told by the room, with everything else."""

    title = Line(required=False)
    kind = Line(required=False)
    dated = Line(required=False)
    note = Line(most=MOST, required=False)


class NewDocument(DocumentText):
    """A new document lies in a category, or answers a question and lies in that one's."""

    category = Line(required=False)
    question = Line(required=False)


class ChangedDocument(DocumentText):
    """A changed document names the version that was on the screen."""

    version = fields.Integer(required=True)


def words_of(form: Form) -> dict[str, str]:
    """Return what is written about a document as it was typed."""
    return {name: str(form.values.get(name, "")) for name in ("title", "kind", "dated", "note")}


def empty_document() -> dict[str, str]:
    """Return a form that begins with today."""
    return {"kind": DocumentKind.LETTER, "dated": typed_day(today()), "category": "documents"}


def typed_document(document: DocumentView) -> dict[str, str]:
    """Return a document as it would be typed."""
    return {
        "title": document.title,
        "kind": document.kind,
        "dated": typed_day(document.dated),
        "note": document.note,
        "version": str(document.version),
    }


def size_of(length: int) -> str:
    """Return how large a file is, as people say it."""
    if length < _MILLION:
        return f"{-(-length // _THOUSAND)} kB"
    whole = f"{length / _MILLION:.1f} MB"
    return whole.replace(".", ",") if language() == "de" else whole


def document_page(
    frame: Frame, form: Form, document: DocumentView | None = None, *, overtaken: bool = False
) -> Response:
    """Return the form; of another unit's document there is nothing but the look."""
    asked = frame.words.configuration.catalogue.question(form.typed.get("question", ""))
    status = 409 if overtaken else 422 if form.problems else 200
    return page(
        "documents/document.html",
        status,
        client=frame,
        words=frame.words,
        form=form,
        document=document,
        question=asked if asked and asked.type.of_kind(Kind.FILE) else None,
        overtaken=overtaken,
        own=document is None or document.unit == current.actor().unit,
        kinds=[(kind.value, frame.words.document_kind(kind)) for kind in DocumentKind],
        categories=own_categories(frame.words.configuration),
        most=current.work().configuration.limits.documents.size // _MILLION,
        size_of=size_of,
    )
