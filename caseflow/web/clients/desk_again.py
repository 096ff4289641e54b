"""Open a desk again beside what was typed: an hour that has run out costs her no word.

The page says the same of every client, known or not: it is made from what was sent alone.
"""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.faults import Fault
from caseflow.http.form_marks import CARD, form_sent
from caseflow.records import look_up_client
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import error_page
from caseflow.web.forms import Form

DeskView = Callable[[UUID], Response]


def at_desk(view: DeskView) -> DeskView:
    """Open the desk by the code that came beside a form, before the form is read as always."""

    @wraps(view)
    def open_first(client: UUID) -> Response:
        code = form_sent().get(CARD, "").strip()
        problem = _open(client, code) if code else None
        if problem is not None:
            return _ask_for_card(Form({CARD: code}, problems=(problem,)))
        return view(client)

    return open_first


def refused_at_desk(answer: Refused) -> Response:
    """Return the page for what may not be done here; with her card it may be."""
    return _ask_for_card(Form()) if answer.reason is Reason.NOT_OPEN else refused_act(answer)


def _open(client: UUID, code: str) -> Problem | None:
    """Open a desk for whoever has this code; return why it is not the desk of this form."""
    work = current.work()
    answer = look_up_client(work, current.actor(), code)
    work.finish()  # what the form does may be rolled back, tried again or be wrong: the desk stays
    match answer:
        case Done(desk) if desk.client == client:
            return None
        case Done():
            return Problem(CARD, "another_card")
        case Invalid():
            return Problem(CARD, "no_client_code", {"given": code})
        case Refused(Reason.TOO_MANY):
            return Problem(CARD, "too_many_tries")
        case Refused():
            return Problem(CARD, "nobody_with_code")


def _ask_for_card(asked: Form) -> Response:
    return error_page(Fault.NOT_FOUND, card=asked)
