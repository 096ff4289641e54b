"""Offer the copy of what the unit holds of a client, for her: as a paper or for programs."""

import json
from uuid import UUID

from flask import Response
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.her_languages import her_languages
from caseflow.http.language import language
from caseflow.http.papers.chosen_voice import check_her_language, chosen_voice
from caseflow.http.papers.copy_paper import copy_paper
from caseflow.http.papers.pdf_answer import as_file, pdf_answer
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.subject_rights import export_client
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.forms import Form, read_form


class AskCopy(InSchema):
    """In which form and language, and why where her case is closed."""

    form = fields.String(validate=one_of(("pdf", "json")))
    language = fields.String(validate=check_her_language)
    reason = Line(most=2000, required=False)


@policy(Permission.READ_STORY)
def show_client_copy(client: UUID) -> Response:
    """Show what the copy holds and what it leaves out, and ask for its form."""
    return _show(client, Form(), "")


@policy(Permission.READ_STORY)
@fresh_factor
def send_client_copy(client: UUID) -> Response:
    """Make the copy; where nothing but a reason was sent, ask for its form first."""
    form = read_form(AskCopy())
    reason = str(form.values.get("reason", ""))
    if form.problems or "form" not in form.values:
        return _show(client, form, reason)
    answer = export_client(current.work(), current.actor(), client, (), reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    if form.values["form"] == "json":
        written = json.dumps(answer.value, ensure_ascii=False, indent=2) + "\n"
        return as_file(written.encode(), "application/json", "json")
    voice = chosen_voice(form.values.get("language"))
    units = {unit.slug: unit.name for unit in current.units()}
    return pdf_answer(copy_paper(answer.value, voice, units))


def _show(client: UUID, form: Form, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    return client_page(
        frame,
        "copy.html",
        422 if form.problems else 200,
        form=Form({"language": language(), **form.typed}, form.values, form.problems),
        paper_languages=list(her_languages(frame.words.configuration).items()),
    )
