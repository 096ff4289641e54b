"""Make the copy of what the acting unit holds of a client, for her (Art. 15 and 20 GDPR)."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.clients.copied_disclosures import CopiedDisclosure
from caseflow.api.clients.copied_pieces import (
    CopiedAnswer,
    CopiedAppointment,
    CopiedDamage,
    CopiedDocument,
    CopiedEntry,
    CopiedGoal,
    CopiedParagraph,
)
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Out, Reasoned
from caseflow.http import current
from caseflow.http.papers.chosen_voice import check_her_language, chosen_voice
from caseflow.http.papers.copy_paper import copy_paper
from caseflow.http.papers.pdf_answer import MEDIA_TYPE, asks_for_pdf, pdf_answer
from caseflow.subject_rights import export_client
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class AskCopy(Reasoned):
    """What is released although it may speak of others: ids of entries and steps, questions.

    The language is that of a paper; JSON is the same in all.
    """

    language = fields.String(validate=check_her_language)
    release = fields.List(fields.String())


class CopiedPair(Out):
    """A category that she refused to a unit, or to an organisation outside."""

    to_unit = fields.String()
    partner = fields.String()
    category = fields.String(required=True)


class CopiedTakenBack(CopiedPair):
    """A category that she took back from a unit, and when."""

    at = fields.String(required=True)


class CopiedPart(Out):
    """Who tells whom what, what for, doing what."""

    from_units = fields.List(fields.String(), required=True)
    to_units = fields.List(fields.String(), required=True)
    partner = fields.String()
    categories = fields.List(fields.String(), required=True)
    purposes = fields.List(fields.String(), required=True)
    actions = fields.List(fields.String(), required=True)
    refused = fields.List(fields.Nested(CopiedPair), required=True)


class CopiedConsent(Out):
    """A consent, as far as the unit has a part in it."""

    id = fields.String(required=True)
    state = fields.String(required=True)
    recorded_in = fields.String(required=True)
    recorded_at = fields.String(required=True)
    first_day = fields.String(required=True)
    last_day = fields.String(required=True)
    withdrawn_at = fields.String(required=True, allow_none=True)
    parts = fields.List(fields.Nested(CopiedPart), required=True)
    taken_back = fields.List(fields.Nested(CopiedTakenBack), required=True)


class CopiedRefusal(Out):
    """She was asked and said no."""

    to_units = fields.List(fields.String(), required=True)
    partner = fields.String()
    categories = fields.List(fields.String(), required=True)
    purposes = fields.List(fields.String(), required=True)
    recorded_at = fields.String(required=True)


class CopiedHandover(Out):
    """A handover that the unit sent."""

    to_unit = fields.String(required=True)
    state = fields.String(required=True)
    sent_at = fields.String(required=True)
    decided_at = fields.String(required=True, allow_none=True)


class CopiedAccess(Out):
    """On a day, a unit saw something of her for a purpose."""

    on = fields.String(required=True)
    unit = fields.String(required=True)
    purpose = fields.String(required=True)
    categories = fields.List(fields.String(), required=True)


class OpenedByOther(Out):
    """What another unit opened to this one: named, and not contained."""

    unit = fields.String(required=True)
    category = fields.String(required=True)
    consent = fields.String(required=True)


class CopiedClient(Out):
    """Whom it is about."""

    id = fields.String(required=True)
    code = fields.String(required=True)


class ClientCopy(Out):
    """What the unit holds of her in its own drawers, and what belongs to it."""

    schema_version = fields.String(required=True)
    made_at = fields.String(required=True)
    provider = fields.String(required=True)
    unit = fields.String(required=True)
    client = fields.Nested(CopiedClient, required=True)
    summary = fields.List(fields.Nested(CopiedParagraph), required=True)
    entries = fields.List(fields.Nested(CopiedEntry), required=True)
    answers = fields.List(fields.Nested(CopiedAnswer), required=True)
    goals = fields.List(fields.Nested(CopiedGoal), required=True)
    documents = fields.List(fields.Nested(CopiedDocument), required=True)
    appointments = fields.List(fields.Nested(CopiedAppointment), required=True)
    damaged = fields.List(fields.Nested(CopiedDamage), required=True)
    consents = fields.List(fields.Nested(CopiedConsent), required=True)
    refusals = fields.List(fields.Nested(CopiedRefusal), required=True)
    handovers_sent = fields.List(fields.Nested(CopiedHandover), required=True)
    disclosures = fields.List(fields.Nested(CopiedDisclosure), required=True)
    accesses = fields.List(fields.Nested(CopiedAccess), required=True)
    opened_by_others = fields.List(fields.Nested(OpenedByOther), required=True)


def export(client: UUID, sent: Sent) -> object:
    """Make the copy; a closed case opens with a reason only."""
    release, reason = sent.query.get("release", ()), sent.query.get("reason", "")
    answer = export_client(current.work(), current.actor(), client, release, reason)
    if isinstance(answer, Refused) or not asks_for_pdf():
        return answer
    voice = chosen_voice(sent.query.get("language"))
    units = {unit.slug: unit.name for unit in current.units()}
    return pdf_answer(copy_paper(answer.value, voice, units))


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>/export",
    summary="Make the copy of what the acting unit holds of her.",
    permission=Permission.READ_STORY,
    asks=AskCopy,
    gives=ClientCopy,
    also=(MEDIA_TYPE,),
    act=export,
    fresh_factor=True,
    knock=knock_for(Act.CLIENT_EXPORT),
)
