"""Give the file of a document out."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.documents import open_file
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.file_answer import file_answer
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import for_reason, refused_sight


@policy(Permission.READ_STORY)
def show_file(client: UUID, document: UUID) -> Response:
    """Give it out, to be kept as a file."""
    return _give(client, document, "")


@policy(Permission.READ_STORY)
def send_reason_for_file(client: UUID, document: UUID) -> Response:
    """Give out a file of a closed case for a reason, which stands in no address."""
    return for_reason(partial(_give, client, document))


def _give(client: UUID, document: UUID, reason: str) -> Response:
    answer = open_file(current.work(), current.actor(), document, reason, client)
    return refused_sight(answer) if isinstance(answer, Refused) else file_answer(answer.value)
