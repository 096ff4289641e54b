"""The addresses of documents; no title and no name of a file ever stands in one."""

from caseflow.web.documents.attach import send_new_document, show_new_document
from caseflow.web.documents.change import send_document, show_document
from caseflow.web.documents.delete import send_deletion
from caseflow.web.documents.give_out import send_reason_for_file, show_file
from caseflow.web.documents.list_page import send_documents, show_documents
from caseflow.web.route import PageRoute

_ALL = "/clients/<uuid:client>/documents"
_ONE = f"{_ALL}/<uuid:document>"

DOCUMENT_ROUTES = (
    PageRoute(_ALL, "documents", show_documents),
    PageRoute(_ALL, "send_documents", send_documents, "POST"),
    PageRoute(f"{_ALL}/new", "new_document", show_new_document),
    PageRoute(f"{_ALL}/new", "send_new_document", send_new_document, "POST"),
    PageRoute(_ONE, "document", show_document),
    PageRoute(_ONE, "send_document", send_document, "POST"),
    PageRoute(f"{_ONE}/file", "document_file", show_file),
    PageRoute(f"{_ONE}/file", "send_document_file", send_reason_for_file, "POST"),
    PageRoute(f"{_ONE}/deletion", "delete_document", send_deletion, "POST"),
)
