"""Say a consent as a Consent of FHIR R5, where what is nested turns around what is above it."""

from uuid import UUID

from caseflow.consents import ConsentView
from caseflow.subject_rights.consent_parts import (
    Named,
    declarer,
    exceptions,
    head,
    period,
    policy,
    rule,
    source,
)
from caseflow.subject_rights.provider_resource import contained, controller
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.fhir import Release, Resource, coding, concept, instant
from caseflow.vocabulary.matrices import Matrix

_FORM = concept(coding("http://terminology.hl7.org/CodeSystem/consentverification", "validation"))


def consent(view: ConsentView, named: Named) -> Resource:
    """Return the resource; the base denies, and each part is an exception from it."""
    unit = named.organization(view.unit)
    return {
        **head(view),
        **contained(named.configuration, Release.R5),
        "subject": named.patient,
        "date": local_day(view.recorded_at, named.configuration.zone).isoformat(),
        "period": period(view),
        "grantor": [declarer(view, named)],
        "grantee": [named.organization(each) for each in _receivers(view)],
        "manager": [unit],
        "controller": [controller(named.configuration)],
        "sourceAttachment": [source(view)],
        "policyBasis": {"url": policy(view)},
        "verification": [
            {
                "verified": True,
                "verificationType": _FORM,
                "verifiedBy": unit,
                "verifiedWith": declarer(view, named),
                "verificationDate": [instant(view.recorded_at)],
            }
        ],
        "decision": "deny",
        "provision": [_permit(view, part, named) for part in view.parts],
    }


def _receivers(view: ConsentView) -> list[UUID]:
    return sorted(frozenset[UUID]().union(*(part.recipients for part in view.parts)))


def _permit(view: ConsentView, part: Matrix, named: Named) -> Resource:
    denied = list(exceptions(view, part, named))
    permit = {"period": period(view), **rule(part, named)}
    return permit | ({"provision": denied} if denied else {})
