"""Tell who saw a client and why, for her or for a guardian (Art. 15 GDPR)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import AboutUnit, Out
from caseflow.http import current
from caseflow.http.papers.access_paper import access_paper, unit_said, what_said, why_said
from caseflow.http.papers.chosen_voice import check_her_language, chosen_voice
from caseflow.http.papers.pdf_answer import MEDIA_TYPE, asks_for_pdf, pdf_answer
from caseflow.http.papers.voice import Voice
from caseflow.http.schemas import one_of
from caseflow.subject_rights import (
    AccessReport,
    Audience,
    Choice,
    ReportAsk,
    Sight,
    access_report,
    knock_at_report,
)
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.permissions import Permission


class AskReport(AboutUnit):
    """In which language, for whom, and what she may hear of."""

    language = fields.String(validate=check_her_language)
    audience = fields.String(
        data_key="for",
        validate=one_of(Audience),
        metadata={"enum": [each.value for each in Audience]},
    )
    tell = fields.List(
        fields.UUID(), metadata={"description": "Exceptions that are over and may be told."}
    )
    hold = fields.List(
        fields.UUID(), metadata={"description": "Reviewed emergencies that are not told yet."}
    )


class ToldGround(Out):
    """On which ground; of a consent the day on which she gave it."""

    kind = fields.String(required=True)
    day = fields.Date(required=True, allow_none=True)


class ToldAccess(Out):
    """What a unit learned of her or told on; what is not said is null."""

    day = fields.String(required=True, metadata={"description": "A day, or for guardians a month."})
    unit = fields.String(required=True, allow_none=True)
    act = fields.String(required=True)
    what = fields.String(required=True)
    why = fields.String(required=True)
    categories = fields.List(fields.String(), required=True)
    purpose = fields.String(required=True, allow_none=True)
    grounds = fields.List(fields.Nested(ToldGround), required=True)
    times = fields.Integer(required=True, allow_none=True)


class ToldReport(Out):
    """Who saw her and why, as far as it may be told."""

    made_on = fields.Date(required=True)
    provider = fields.String(required=True)
    language = fields.String(required=True)
    audience = fields.String(required=True, data_key="for")
    accesses = fields.List(fields.Nested(ToldAccess), required=True)
    refused = fields.Integer(required=True, allow_none=True)


def report(client: UUID, sent: Sent) -> object:
    """Make the report; that it was handed out, for whom and in which form, is an act of its own."""
    voice, pdf = chosen_voice(sent.query.get("language")), asks_for_pdf()
    ask = ReportAsk(
        audience=Audience(sent.query.get("audience", Audience.CLIENT)),
        choice=Choice(frozenset(sent.query.get("tell", ())), frozenset(sent.query.get("hold", ()))),
        released={"language": voice.language, "form": "pdf" if pdf else "json"},
    )
    answer = access_report(current.work(), current.actor(), client, ask)
    if not isinstance(answer, Disclosed):
        return answer
    units = {unit.id: unit.name for unit in current.units()}
    if pdf:
        return pdf_answer(access_paper(answer.value, voice, units))
    return Given(_shown(answer.value, voice, units))


def _shown(made: AccessReport, voice: Voice, units: Mapping[UUID, str]) -> Mapping[str, Any]:
    hers = made.audience is Audience.CLIENT
    return {
        "made_on": made.made_on,
        "provider": voice.configuration.provider,
        "language": voice.language,
        # A blocked guardian's is letter by letter that of somebody nobody looked at.
        "audience": Audience.CLIENT if hers else Audience.GUARDIAN,
        "accesses": [_access(each, voice, units) for each in made.sights],
        "refused": made.refused,
    }


def _access(sight: Sight, voice: Voice, units: Mapping[UUID, str]) -> Mapping[str, Any]:
    day = sight.day.isoformat()
    return {
        "day": day if sight.times else day[:7],
        "unit": None if sight.unit is None else unit_said(sight, voice, units),
        "act": sight.deed.value,
        "what": what_said(sight, voice),
        "why": why_said(sight, voice),
        "categories": list(sight.categories),
        "purpose": sight.purpose or None,
        "grounds": [{"kind": each.kind, "day": each.day} for each in sight.grounds],
        "times": sight.times or None,
    }


def _knock(client: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_report(current.work(), current.actor(), client, again=again)


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>/access-report",
    summary="Tell who saw her and why, for her or for a guardian.",
    permission=Permission.REVIEW_LOG,
    asks=AskReport,
    gives=ToldReport,
    also=(MEDIA_TYPE,),
    act=report,
    fresh_factor=True,
    knock=_knock,
)
