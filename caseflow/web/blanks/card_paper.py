"""Give a client's card out as a file for the printer: her code, as a pattern and in letters."""

from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.papers.pdf_answer import MEDIA_TYPE, as_file
from caseflow.paper import make_card
from caseflow.records import client_card
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.blanks.drawn_pattern import drawn_pattern
from caseflow.web.clients.refusals import refused_act
from caseflow.web.moments import today

_SIZE = 40.0  # millimetres


@policy(Permission.MEMBER)
def show_card_paper(client: UUID) -> Response:
    """Give it out; that it was printed is in the log. It names neither a unit nor what it is."""
    answer = client_card(current.work(), current.actor(), client)
    if isinstance(answer, Refused):
        return refused_act(answer)
    pattern = drawn_pattern(answer.value, _SIZE)
    return as_file(make_card(answer.value, pattern, today()), MEDIA_TYPE, "pdf")
