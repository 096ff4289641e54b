"""Attachments: files in a client's drawers, cleaned, sealed in chunks, read, replaced, deleted."""

from caseflow.documents.attach_document import DocumentDraft, attach_document
from caseflow.documents.attach_scan import BroughtScan, attach_scan, knock_at_scan
from caseflow.documents.change_document import DocumentChange, change_document
from caseflow.documents.delete_document import delete_document
from caseflow.documents.knock import knock, knock_at_document, knock_at_sight
from caseflow.documents.list_documents import list_documents
from caseflow.documents.read_document import OpenFile, open_file, read_document
from caseflow.documents.saved import SavedDocument
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.documents.views import DocumentList, DocumentView

__all__ = [
    "BroughtScan",
    "DocumentChange",
    "DocumentDraft",
    "DocumentList",
    "DocumentView",
    "OpenFile",
    "SavedDocument",
    "SealedSpool",
    "attach_document",
    "attach_scan",
    "change_document",
    "delete_document",
    "knock",
    "knock_at_document",
    "knock_at_scan",
    "knock_at_sight",
    "list_documents",
    "open_file",
    "read_document",
]
