"""Read the form, show her what it would open, and record it once she has said so."""

from uuid import UUID

from flask import Response

from caseflow.consents import record_consent, record_not_free, record_refusal
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema
from caseflow.letters import ways_known
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.desk_again import at_desk, refused_at_desk
from caseflow.web.consents.form_fields import AT, NOTE, PREVIEWED, consent_fields
from caseflow.web.consents.look_over import LookedOver, look_over
from caseflow.web.consents.once import ONCE, recorded_before, recorded_now
from caseflow.web.consents.preview_page import preview_page
from caseflow.web.consents.question_page import ask_again
from caseflow.web.consents.read_declaration import Asked, at_fields
from caseflow.web.consents.read_once_more import read_once_more
from caseflow.web.consents.receipt_page import receipt_of_now
from caseflow.web.consents.refused_page import refused_page
from caseflow.web.consents.resume import ALL, ANEW, begin_anew, forget, keep
from caseflow.web.consents.turn_page import turn_page
from caseflow.web.forms import Form, meant, read_form
from caseflow.web.letters.shown_ways import ShownWay, shown_ways

# Steps behind the questions; whatever else is sent goes on to the next one, or is previewed.
CHANGE, PREVIEW, RECORD = "change", "preview", "record"


@policy(Permission.RECORD_CONSENT)
@at_desk
def send_consent(client: UUID) -> Response:
    """Ask what is not asked yet, preview what the form says, go back to it, or record it."""
    schema = consent_fields(current.work().configuration)
    form = read_form(schema)
    if form.typed.get("step") == ANEW and not form.problems:
        return begin_anew(client, form)
    new_text = read_once_more(client, form)
    if new_text is not None:
        return new_text
    if form.problems or form.typed.get("step") == CHANGE:
        return _asked_again(client, form, schema)
    found = look_over(form)
    if AT in form.typed and form.typed.get("step") not in {PREVIEW, RECORD}:
        turned = turn_page(client, form, found.problems)
        if turned is not None:
            return turned
    return _decide(client, form, found)


def _asked_again(client: UUID, form: Form, schema: InSchema) -> Response:
    """Return the form, or its preview in another language; nothing is recorded by it."""
    if not (form.only_shown and PREVIEWED in form.typed):
        return ask_again(client, form)
    said = meant(schema, form)
    found = None if said.problems else look_over(said)
    if found is None or found.problems:
        return ask_again(client, form)
    return preview_page(client, form, found.asked)


def _decide(client: UUID, form: Form, found: LookedOver) -> Response:
    if found.problems:
        # As long as something cannot be read, what the rooms say of it may be beside the point.
        return ask_again(client, form.but(*(found.unread or found.problems)))
    if form.typed.get("step") != RECORD:
        keep(form, ALL if AT in form.typed else "")
        return preview_page(client, form, found.asked)
    if found.unsigned:
        return preview_page(client, form.but(*found.unsigned), found.asked)
    if found.asked.agreed:
        return _record(client, form, found.asked)
    return _refuse(client, form, found.asked)


def _record(client: UUID, form: Form, asked: Asked) -> Response:
    mark = form.values.get(ONCE, "")
    before = recorded_before(client, mark)
    if before is not None:
        return before
    ways = _ways(client)
    # Whoever may have made her stands beside the screen: what comes back looks alike.
    record = record_not_free if form.values.get(NOTE) else record_consent
    answer = record(current.work(), current.actor(), client, asked.declaration)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return ask_again(client, form.but(*at_fields(problems)))
        case Done():
            forget()
            receipt = receipt_of_now(client, asked.declaration, answer.value, ways)
            return recorded_now(client, mark, receipt)


def _ways(client: UUID) -> list[ShownWay]:
    """Return the ways to her for a paper, whatever she said: else the look would tell it."""
    return shown_ways(ways_known(current.work(), current.actor(), client).naming())


def _refuse(client: UUID, form: Form, asked: Asked) -> Response:
    ways = _ways(client)
    answer = record_refusal(current.work(), current.actor(), client, asked.declined)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return ask_again(client, form.but(*at_fields(problems)))
        case Done():
            forget()
            return refused_page(client, asked.declined, ways)
