"""Settle what she said against a piece of the own unit."""

from uuid import UUID

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import open_story, settle_correction
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, frame_of
from caseflow.web.clients.entry_form import MOST
from caseflow.web.clients.refusals import for_reason, refused_act, refused_sight
from caseflow.web.clients.said_pieces import find_word
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


class Settling(InSchema):
    """How it ends, what is said to her, and the version of it that was on the screen."""

    outcome = Line(required=False)
    reply = Line(most=MOST, required=False)
    version = fields.Integer(required=True)
    reason = Line(most=2000, required=False)  # where her case is closed


@policy(Permission.WRITE_ENTRY)
def show_settling(client: UUID, correction: UUID) -> Response:
    """Show what she said beside the piece, and how it may end."""
    return _show(client, correction, Form())


@policy(Permission.WRITE_ENTRY)
def send_settling(client: UUID, correction: UUID) -> Response:
    """Settle it, and come back; a reason alone opens the form in a closed case."""
    if "reply" not in request.form:
        return for_reason(lambda reason: _show(client, correction, Form({"reason": reason})))
    form = read_form(Settling())
    if form.problems:
        return _show(client, correction, form)
    sent = form.values
    typed = {name: sent.get(name, "") for name in ("outcome", "reply", "reason")}
    work, actor = current.work(), current.actor()
    answer = settle_correction(work, actor, correction, sent["version"], typed, client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, correction, form.but(*problems))
        case Conflict():
            return _show(client, correction, form, overtaken=True)
        case _:
            return lead_to(url_for("web.corrections", client=client))


def _show(client: UUID, correction: UUID, form: Form, *, overtaken: bool = False) -> Response:
    actor, reason = current.actor(), str(form.typed.get("reason", ""))
    answer = open_story(current.work(), actor, client, reason=reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    frame = frame_of(answer.value.overview, reason)
    found = find_word(answer.value, frame.words, correction)
    if found is None or found[0].origin.unit != actor.unit or not frame.corrigible:
        return not_found()
    piece, word = found
    status = 409 if overtaken else 422 if form.problems else 200
    return client_page(
        frame, "settling.html", status, form=form, piece=piece, word=word, overtaken=overtaken
    )
