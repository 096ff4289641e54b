"""List a client's consents as the acting unit may see them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Response
from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.consents.matrices import Part, ShownMatrix, shown_matrix, shown_part
from caseflow.api.cut_page import cut_page
from caseflow.api.fhir import MEDIA_TYPE, asked_release, fhir_response
from caseflow.api.knock_for import knock_for
from caseflow.api.pages import Paged
from caseflow.api.schemas import Instant, Out, Reasoned, listing
from caseflow.api.units import Units
from caseflow.consents import ConsentView, list_consents
from caseflow.http import current
from caseflow.subject_rights import consent_bundle
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.fhir import Release
from caseflow.vocabulary.permissions import Permission


class AskConsents(Paged, Reasoned):
    """Which page; with a reason where her case is closed."""


class ShownConsent(Out):
    """A consent in which the unit gives or receives, or that it recorded.

    `parts` are what it gives and what it receives, exactly; `matrix` is both in one.
    """

    id = fields.UUID(required=True)
    state = fields.String(required=True)
    pending_categories = fields.List(fields.String(), required=True)
    matrix = fields.Nested(ShownMatrix, required=True)
    parts = fields.List(fields.Nested(Part), required=True)
    declared_by = fields.String(required=True, metadata={"description": "client or guardian"})
    recorded_in = fields.String(required=True)
    recorded_by = fields.UUID(required=True)
    recorded_at = Instant(required=True)
    withdrawn_at = Instant(required=True, allow_none=True)


def list_all(client: UUID, sent: Sent) -> Given | Refused | Response:
    """List the consents, the newest first; as FHIR resources all at once."""
    reason, release = sent.query.get("reason", ""), asked_release()
    if release is not None:
        return _as_fhir(client, reason, release)
    answer = list_consents(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return answer
    units = Units()
    return Given(cut_page([_shown(view, units) for view in answer.value], sent.query))


def _as_fhir(client: UUID, reason: str, release: Release | Response) -> Refused | Response:
    if isinstance(release, Response):
        return release
    answer = consent_bundle(current.work(), current.actor(), client, release, reason)
    return answer if isinstance(answer, Refused) else fhir_response(answer.value, release)


def _shown(view: ConsentView, units: Units) -> Mapping[str, Any]:
    return {
        "id": view.id,
        "state": view.state.value,
        "pending_categories": view.pending_categories,
        "matrix": shown_matrix(view, units),
        "parts": [shown_part(part, units) for part in view.parts],
        "declared_by": view.declared_by,
        "recorded_in": units.slug(view.unit),
        "recorded_by": view.recorded_by,
        "recorded_at": view.recorded_at,
        "withdrawn_at": view.withdrawn_at,
    }


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>/consents",
    summary="List her consents as the acting unit may see them.",
    permission=Permission.READ_FACTS,
    asks=AskConsents,
    gives=listing(ShownConsent, "Consents"),
    also=(MEDIA_TYPE,),
    act=list_all,
    knock=knock_for(Act.CONSENT_READ),
)
