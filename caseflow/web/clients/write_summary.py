"""Write a paragraph of the summary that she approves."""

from uuid import UUID

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import Approved, StoryParagraph, open_story, write_summary
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.entry_form import MOST
from caseflow.web.clients.own_unit import own_categories, typed_day
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import today
from caseflow.web.shell import lead_to


class Paragraph(InSchema):
    """A paragraph as it is typed, and the version of it that was on the screen: 0 for none."""

    category = Line(required=False)
    text = Line(most=MOST, required=False)
    approved_on = Line(required=False)
    version = fields.Integer(required=True)


@policy(Permission.WRITE_ENTRY)
def show_summary(client: UUID) -> Response:
    """Show the form, filled in with the paragraph of the category that the address names."""
    category = request.args.get("category", "")
    found = _paragraph(client, category) if category else None
    typed = {"category": category, "approved_on": typed_day(today()), "version": "0"}
    if found is not None:
        typed |= {"text": found.text, "version": str(found.origin.version)}
    return _show(client, Form(typed))


@policy(Permission.WRITE_ENTRY)
def send_summary(client: UUID) -> Response:
    """Write the paragraph and come back to the story."""
    form = read_form(Paragraph())
    if form.problems:
        return _show(client, form)
    sent = form.values
    paragraph = Approved(
        category=sent.get("category", ""),
        text=sent.get("text", ""),
        approved_on=sent.get("approved_on"),
        version=sent["version"],
    )
    answer = write_summary(current.work(), current.actor(), client, paragraph)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Conflict(version):
            newer = _paragraph(client, paragraph.category)
            return _show(client, Form({**form.typed, "version": str(version)}), newer)
        case _:
            return lead_to(url_for("web.story", client=client))


def _paragraph(client: UUID, category: str) -> StoryParagraph | None:
    actor = current.actor()
    answer = open_story(current.work(), actor, client)
    if isinstance(answer, Refused):
        return None
    own = (each for each in answer.value.summary if each.origin.unit == actor.unit)
    return next((each for each in own if each.origin.category == category), None)


def _show(client: UUID, form: Form, newer: StoryParagraph | None = None) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    offered = own_categories(frame.words.configuration)
    status = 409 if newer else 422 if form.problems else 200
    return client_page(frame, "summary.html", status, form=form, newer=newer, categories=offered)
