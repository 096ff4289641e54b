"""Write a letter, to her or to an organisation that a consent of hers names."""

from typing import cast
from uuid import UUID

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.disclosures import OutsideLetter, write_outside
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import language
from caseflow.http.schemas import InSchema, Line
from caseflow.letters import KeptLetter, LetterDraft, write_letter
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.letters import LetterField
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.letters.letter_page import letter_page
from caseflow.web.shell import lead_to

_MOST = 8000  # characters; the room says more exactly what is too long
_ASKED = ("template", "consent", "purpose")


class LetterText(InSchema):
    """A letter as it is typed; what is wrong with it is told by the room, all at once."""

    template = Line(most=60, required=False)
    language = Line(most=20, required=False)
    way = Line(most=20, required=False)
    note = Line(most=1000, required=False)
    consent = Line(most=40, required=False)  # under which it goes outside; empty: to her
    purpose = Line(most=60, required=False)
    categories = fields.List(fields.String(), load_default=list)


Letter = cast(
    "type[InSchema]",
    LetterText.from_dict(
        {each.value: Line(most=_MOST, required=False) for each in LetterField}, name="Letter"
    ),
)


@policy(Permission.WRITE_ENTRY)
def show_new_letter(client: UUID) -> Response:
    """Show the form of one letter, with the ways that are open to it."""
    typed = {name: request.args.get(name, "") for name in _ASKED}
    return letter_page(client, Form({**typed, "language": language()}))


@policy(Permission.WRITE_ENTRY)
def send_new_letter(client: UUID) -> Response:
    """Write it and lead on to the document that it is kept as."""
    form = read_form(Letter())
    if form.problems:
        return letter_page(client, form)
    answer = _write(client, form)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return letter_page(client, form.but(*problems))
        case Done(kept):
            return lead_to(url_for("web.document", client=client, document=kept.id))


def _write(client: UUID, form: Form) -> Done[KeptLetter] | Invalid | Refused:
    work, actor, typed = current.work(), current.actor(), form.values
    values = {each.value: typed[each] for each in LetterField if typed.get(each)}
    template, spoken, way = (typed.get(name, "") for name in ("template", "language", "way"))
    draft = LetterDraft(template, spoken, way, values, typed.get("note", ""))
    if not typed.get("consent"):
        return write_letter(work, actor, client, draft)
    consent = read_id(typed["consent"])
    if consent is None:
        return Refused()
    categories = frozenset(typed["categories"])
    outside = OutsideLetter(draft, consent, typed.get("purpose", ""), categories)
    return write_outside(work, actor, client, outside)
