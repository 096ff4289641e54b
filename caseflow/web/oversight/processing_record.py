"""Show the record of processing to an officer, and hand it out as a paper."""

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.papers.chosen_voice import chosen_voice
from caseflow.http.papers.pdf_answer import pdf_answer
from caseflow.http.papers.record_paper import record_paper
from caseflow.http.papers.shown_record import shown_record
from caseflow.oversight import processing_record
from caseflow.paper import Document
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.shell import page


@policy(Permission.REVIEW_LOG)
def show_record() -> Response:
    """Show it as a page."""
    made = _document()
    if isinstance(made, Response):
        return made
    pieces = [(type(each).__name__, each) for each in made.pieces]
    return page("oversight/processing_record.html", title=made.title, pieces=pieces)


@policy(Permission.REVIEW_LOG)
def show_record_paper() -> Response:
    """Hand it out as a paper."""
    made = _document()
    return made if isinstance(made, Response) else pdf_answer(made)


def _document() -> Document | Response:
    answer = processing_record(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    voice = chosen_voice(None)
    return record_paper(shown_record(answer.value, voice), voice)
