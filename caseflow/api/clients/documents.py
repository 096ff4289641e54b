"""List, attach, read, change and delete documents; their files come and go as bytes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.clients.pieces import OutPiece
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Instant, OfUnit, Out, Reasoned, Saved
from caseflow.api.units import Units
from caseflow.documents import (
    DocumentChange,
    DocumentDraft,
    DocumentList,
    DocumentView,
    SealedSpool,
    attach_document,
    change_document,
    delete_document,
    knock_at_document,
    knock_at_sight,
    list_documents,
    open_file,
    read_document,
)
from caseflow.http import current
from caseflow.http.file_answer import OCTETS, file_answer
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

_ABOUT = frozenset({"unit", "category", "question"})
_ALL = "/clients/<uuid:client>/documents"
_ONE = "/documents/<uuid:document>"


class NewDocument(OfUnit):
    """What is written about a document; its file follows by PUT.

    With a question that asks for files it is an answer to that one, and lies in its category.
    """

    category = fields.String()
    question = fields.String()
    title = fields.String(required=True)
    kind = fields.String(required=True)
    dated = fields.String(required=True, metadata={"format": "date"})
    note = fields.String()


class ChangedDocument(InSchema):
    """What is written anew; the rest stays."""

    title = fields.String()
    kind = fields.String()
    dated = fields.String(metadata={"format": "date"})
    note = fields.String()


class OutDocument(OutPiece):
    """A document without its file; no media type where none has come yet."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    kind = fields.String(required=True)
    dated = fields.Date(required=True)
    note = fields.String(required=True)
    media_type = fields.String(required=True, allow_none=True)
    length = fields.Integer(required=True)
    author = fields.String(required=True)
    recorded_at = Instant(required=True)


class OutDocuments(Out):
    """All that are open, by day; `damaged` are ids of those that do not open any more."""

    items = fields.List(fields.Nested(OutDocument), required=True)
    damaged = fields.List(fields.UUID(), required=True)


def listed(client: UUID, sent: Sent) -> object:
    """List them; a closed case opens with a reason only."""
    return list_documents(current.work(), current.actor(), client, sent.query.get("reason", ""))


def attach(client: UUID, sent: Sent) -> object:
    """Write down what is to be attached."""
    typed = {name: each for name, each in sent.body.items() if name not in _ABOUT}
    category, question = sent.body.get("category", "documents"), sent.body.get("question", "")
    draft = DocumentDraft(typed, category, question)
    return attach_document(current.work(), current.actor(), client, draft)


def read(document: UUID, sent: Sent) -> object:
    """Read what is written about one."""
    return read_document(current.work(), current.actor(), document, sent.query.get("reason", ""))


def change(document: UUID, sent: Sent) -> object:
    """Change it, from the version that If-Match names."""
    wanted = DocumentChange(sent.version or 0, sent.body)
    return change_document(current.work(), current.actor(), document, wanted)


def put_file(document: UUID, sent: Sent, file: SealedSpool) -> object:
    """Give it this file in place of the one it has."""
    wanted = DocumentChange(sent.version or 0, brought=file)
    return change_document(current.work(), current.actor(), document, wanted)


def give_file(document: UUID, sent: Sent) -> object:
    """Give its file out; what it is says its media type in what is written about it."""
    reason = sent.query.get("reason", "")
    answer = open_file(current.work(), current.actor(), document, reason)
    return answer if isinstance(answer, Refused) else file_answer(answer.value, OCTETS)


def delete(document: UUID, sent: Sent) -> object:
    """Delete it, from the version that If-Match names."""
    return delete_document(current.work(), current.actor(), document, sent.version or 0)


def _shown(found: DocumentView) -> Mapping[str, Any]:
    return _document(Units(), found)


def _list_shown(found: DocumentList) -> Mapping[str, Any]:
    units = Units()
    return {
        "items": [_document(units, each) for each in found.items],
        "damaged": [each.row for each in found.damaged],
    }


def _document(units: Units, found: DocumentView) -> Mapping[str, Any]:
    return {
        "unit": units.slug(found.unit),
        "category": found.category,
        "basis": found.basis,
        "version": found.version,
        "id": found.id,
        "title": found.title,
        "kind": found.kind,
        "dated": found.dated,
        "note": found.note,
        "media_type": found.media_type or None,
        "length": found.length,
        "author": found.author,
        "recorded_at": found.recorded_at,
    }


def _knock_at_sight(document: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_sight(current.work(), current.actor(), document, again=again)


def _knock_at(document: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_document(current.work(), current.actor(), document, again=again)


def _knock_to_delete(document: UUID, *, again: bool = False) -> Refused | None:
    work, actor = current.work(), current.actor()
    return knock_at_document(work, actor, document, Act.DOCUMENT_DELETE, again=again)


CALLS = (
    Call(
        method="GET",
        address=_ALL,
        summary="The documents that are open, by day, without their files.",
        permission=Permission.READ_STORY,
        asks=Reasoned,
        gives=OutDocuments,
        act=listed,
        show=_list_shown,
        knock=knock_for(Act.DOCUMENT_READ),
    ),
    Call(
        method="POST",
        address=_ALL,
        summary="Write down a document; its file follows.",
        permission=Permission.WRITE_ENTRY,
        takes=NewDocument,
        gives=Saved,
        status=201,
        versioned=True,
        act=attach,
        knock=knock_for(Act.DOCUMENT_WRITE),
    ),
    Call(
        method="GET",
        address=_ONE,
        summary="What is written about a document.",
        permission=Permission.READ_STORY,
        asks=Reasoned,
        gives=OutDocument,
        versioned=True,
        act=read,
        show=_shown,
        knock=_knock_at_sight,
    ),
    Call(
        method="PATCH",
        address=_ONE,
        summary="Change what is written about a document of the acting unit.",
        permission=Permission.WRITE_ENTRY,
        takes=ChangedDocument,
        gives=Saved,
        versioned=True,
        if_match="needed",
        act=change,
        knock=_knock_at,
    ),
    Call(
        method="DELETE",
        address=_ONE,
        summary="Delete a document of the acting unit, with its file.",
        permission=Permission.WRITE_ENTRY,
        status=204,
        if_match="needed",
        act=delete,
        knock=_knock_to_delete,
    ),
    Call(
        method="GET",
        address=f"{_ONE}/content",
        summary="The file of a document.",
        permission=Permission.READ_STORY,
        asks=Reasoned,
        media_type=OCTETS,
        act=give_file,
        knock=_knock_at_sight,
    ),
    Call(
        method="PUT",
        address=f"{_ONE}/content",
        summary="Give a document of the acting unit a file, in place of the one it has.",
        permission=Permission.WRITE_ENTRY,
        takes_file=True,
        gives=Saved,
        versioned=True,
        if_match="needed",
        act=put_file,
        knock=_knock_at,
    ),
)
