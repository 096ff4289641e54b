"""Record once what a preview sends twice: by a second click, or by loading the receipt again.

Of two consents alike, whoever withdraws one would leave the other, and everything would stay open.
"""

from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.faults import Fault
from caseflow.operations.kept_answers import Answered, keep_answer, kept_answer
from caseflow.records import knock
from caseflow.vocabulary.acts import Act
from caseflow.web.clients.desk_again import refused_at_desk
from caseflow.web.error_pages import error_page

ONCE = "once"  # the field that tells one preview from every other
_HTML = "text/html; charset=utf-8"


def recorded_before(client: UUID, mark: str) -> Response | None:
    """Return the receipt that this preview was answered with already, if it was."""
    work, who = current.work(), current.actor()
    found = kept_answer(work, who, _key(client, mark)) if mark else None
    if found is None:
        return None
    refused = knock(work, who, Act.CONSENT_RECORD, client, again=True)
    return Response(found.body, content_type=_HTML) if refused is None else refused_at_desk(refused)


def recorded_now(client: UUID, mark: str, receipt: Response) -> Response:
    """Keep the receipt of a preview and return it; another one's, where that was faster."""
    answered = Answered("", receipt.status_code, (), receipt.get_data(as_text=True))
    if not mark or keep_answer(current.work(), current.actor(), _key(client, mark), answered):
        return receipt
    return recorded_before(client, mark) or error_page(Fault.CONFLICT)


def _key(client: UUID, mark: str) -> str:
    """Return what is kept of one client: whose receipt it is, the knock alone does not say."""
    return f"preview {client} {mark}"
