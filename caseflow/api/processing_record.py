"""Hand out the record of processing (Art. 30 GDPR)."""

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import Out
from caseflow.http import current
from caseflow.http.papers.chosen_voice import check_language, chosen_voice
from caseflow.http.papers.pdf_answer import MEDIA_TYPE, asks_for_pdf, pdf_answer
from caseflow.http.papers.record_paper import record_paper
from caseflow.http.papers.shown_record import shown_record
from caseflow.http.schemas import InSchema
from caseflow.oversight import processing_record
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class AskRecord(InSchema):
    """In which language."""

    language = fields.String(validate=check_language)


class Controller(Out):
    """Who is responsible; what nobody has entered is null."""

    name = fields.String(required=True)
    address = fields.String(required=True, allow_none=True)
    email = fields.String(required=True, allow_none=True)
    telephone = fields.String(required=True, allow_none=True)
    representative = fields.String(required=True, allow_none=True)
    officer = fields.String(required=True, allow_none=True)
    storage = fields.String(required=True, allow_none=True)


class RecordedPurpose(Out):
    """What data are processed for."""

    key = fields.String(required=True)
    label = fields.String(required=True)


class RecordedCategory(RecordedPurpose):
    """Which data; special ones are those of Art. 9."""

    special = fields.Boolean(required=True)


class RecordedRecipient(Out):
    """Who may get them."""

    name = fields.String(required=True)
    kind = fields.String(required=True)


class RecordedPeriod(RecordedPurpose):
    """How long a class of records is kept."""

    months = fields.Integer(required=True)
    after = fields.String(required=True)
    ground = fields.String(required=True)


class RecordOfProcessing(Out):
    """The record, in one language."""

    made_on = fields.Date(required=True)
    language = fields.String(required=True)
    controller = fields.Nested(Controller, required=True)
    missing = fields.List(fields.String(), required=True)
    purposes = fields.List(fields.Nested(RecordedPurpose), required=True)
    persons = fields.List(fields.String(), required=True)
    categories = fields.List(fields.Nested(RecordedCategory), required=True)
    units = fields.List(fields.Nested(RecordedRecipient), required=True)
    partners = fields.List(fields.Nested(RecordedRecipient), required=True)
    retention = fields.List(fields.Nested(RecordedPeriod), required=True)
    measures = fields.List(fields.String(), required=True)


def record(sent: Sent) -> object:
    """Make the record from what the provider has configured."""
    answer = processing_record(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    voice = chosen_voice(sent.query.get("language"))
    shown = shown_record(answer.value, voice)
    return pdf_answer(record_paper(shown, voice)) if asks_for_pdf() else Given(shown)


CALL = Call(
    method="GET",
    address="/processing-record",
    summary="Hand out the record of processing.",
    permission=Permission.REVIEW_LOG,
    asks=AskRecord,
    gives=RecordOfProcessing,
    also=(MEDIA_TYPE,),
    act=record,
)
