"""List the documents of a client that are open to the acting unit."""

from uuid import UUID

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.views import DocumentList, views_of
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_documents(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[DocumentList] | Refused:
    """Return what is written about each; a closed case opens with a reason only."""
    answer = disclose(work, actor, Ask(Act.DOCUMENT_READ, client, reason=reason), (Document,))
    if isinstance(answer, Refused):
        return answer
    found = views_of(answer.value)
    raise_alarms(work, actor, found.damaged)
    return Disclosed(found)
