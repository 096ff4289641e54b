"""Record a refusal: she was asked, and said no."""

from uuid import UUID

from flask import Response, request
from marshmallow import fields

from caseflow.consents import Declined, record_refusal
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.letters import ways_known
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.desk_again import at_desk, refused_at_desk
from caseflow.web.clients.words import words
from caseflow.web.consents.both_languages import text_languages
from caseflow.web.consents.consent_form import drawer_units
from caseflow.web.consents.form_fields import offered_categories
from caseflow.web.consents.refused_page import refused_page
from caseflow.web.forms import Form, read_form
from caseflow.web.letters.shown_ways import shown_ways
from caseflow.web.shell import page


class Refuse(InSchema):
    """What she was asked, in which language."""

    to_units = fields.List(fields.UUID(), load_default=list)
    categories = fields.List(fields.String(), load_default=list)
    purposes = fields.List(fields.String(), load_default=list)
    language = Line(most=20, required=False)


@policy(Permission.RECORD_CONSENT)
def show_refusal(client: UUID) -> Response:
    """Show the form alike for every client, known or not."""
    return _show(client, Form({"language": request.args.get("language", "")}))


@policy(Permission.RECORD_CONSENT)
@at_desk
def send_refusal(client: UUID) -> Response:
    """Record what she refused."""
    form = read_form(Refuse())
    if form.problems:
        return _show(client, form)
    declined = Declined(
        to_units=frozenset(form.values["to_units"]),
        categories=frozenset(form.values["categories"]),
        purposes=frozenset(form.values["purposes"]),
        language=form.values.get("language", ""),
    )
    ways = shown_ways(ways_known(current.work(), current.actor(), client).naming())
    answer = record_refusal(current.work(), current.actor(), client, declined)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Done():
            return refused_page(client, declined, ways)


def _show(client: UUID, form: Form) -> Response:
    configuration = current.work().configuration
    named = words()
    return page(
        "consents/refusal.html",
        422 if form.problems else 200,
        client_id=client,
        form=form,
        to_units=[(unit.id, unit.name) for unit in drawer_units()],
        categories=[
            (each.key, named.label(each.labels)) for each in offered_categories(configuration)
        ],
        purposes=[(key, named.label(each.labels)) for key, each in configuration.purposes.items()],
        languages_of_texts=list(text_languages(configuration).items()),
    )
