"""Open the reason that somebody gave; that it was opened is an entry too."""

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.oversight import read_reason
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.error_pages import not_found
from caseflow.web.oversight.read_query import LAST_POSITION
from caseflow.web.shell import page


@policy(Permission.REVIEW_LOG)
def show_reason(position: int) -> Response:
    """Show the reason of an entry, or that it is damaged."""
    if position > LAST_POSITION:
        return not_found()
    answer = read_reason(current.work(), current.actor(), position)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page("oversight/reason.html", position=position, reason=answer.value)
