"""Write down, in her words, that a piece is not so."""

from uuid import UUID

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import NotSo, open_story, record_correction
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, frame_of
from caseflow.web.clients.entry_form import MOST
from caseflow.web.clients.own_unit import typed_day
from caseflow.web.clients.refusals import for_reason, refused_act, refused_sight
from caseflow.web.clients.said_pieces import find_piece
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import today
from caseflow.web.shell import lead_to


class HerWords(InSchema):
    """What she says of the piece as it was read to her, and on which day she said it."""

    text = Line(most=MOST, required=False)
    said_on = Line(required=False)
    version = fields.Integer()  # of the piece that was on the screen
    reason = Line(most=2000, required=False)  # where her case is closed


@policy(Permission.WRITE_FACT)
def show_correction(client: UUID, piece: UUID) -> Response:
    """Show the piece, and the form for what she says against it."""
    return _show(client, piece, _empty(""))


@policy(Permission.WRITE_FACT)
def send_correction(client: UUID, piece: UUID) -> Response:
    """Write it beside the piece and come back; a reason alone opens the form in a closed case."""
    if "text" not in request.form:
        return for_reason(lambda reason: _show(client, piece, _empty(reason)))
    form = read_form(HerWords())
    if form.problems:
        return _show(client, piece, form)
    sent = form.values
    reason = sent.get("reason", "")
    said = NotSo(piece, sent.get("text", ""), sent.get("said_on"), sent.get("version"), reason)
    answer = record_correction(current.work(), current.actor(), client, said)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, piece, form.but(*problems))
        case _:
            return lead_to(url_for("web.corrections" if reason else "web.story", client=client))


def _empty(reason: str) -> Form:
    return Form({"said_on": typed_day(today()), "reason": reason})


def _show(client: UUID, piece: UUID, form: Form) -> Response:
    reason = str(form.typed.get("reason", ""))
    answer = open_story(current.work(), current.actor(), client, reason=reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    frame = frame_of(answer.value.overview, reason)
    found = find_piece(answer.value, frame.words, piece)
    if found is None or not frame.corrigible:
        return not_found()
    return client_page(
        frame, "correction.html", 422 if form.problems else 200, form=form, piece=found
    )
