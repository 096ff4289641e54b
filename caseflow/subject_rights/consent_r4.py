"""Say a consent as a Consent of FHIR R4."""

from collections.abc import Iterable

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
from caseflow.vocabulary.fhir import Release, Resource, coding, concept, instant
from caseflow.vocabulary.matrices import Matrix

_SCOPE = concept(
    coding(
        "http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", "Privacy Consent"
    )
)


def consent(view: ConsentView, named: Named) -> Resource:
    """Return the resource."""
    inside = contained(named.configuration, Release.R4)
    return {
        **head(view),
        **inside,
        "scope": _SCOPE,
        "patient": named.patient,
        "dateTime": instant(view.recorded_at),
        "performer": [declarer(view, named)],
        "organization": [named.organization(view.unit), *_provider(inside, named)],
        "sourceAttachment": source(view),
        "policy": [{"uri": policy(view)}],
        "verification": [
            {
                "verified": True,
                "verifiedWith": declarer(view, named),
                "verificationDate": instant(view.recorded_at),
            }
        ],
        "provision": _provision(view, named),
    }


def _provider(inside: Resource, named: Named) -> list[Resource]:
    return [controller(named.configuration)] if inside else []


def _provision(view: ConsentView, named: Named) -> Resource:
    """Return one part as it is; several as exceptions to a base that denies."""
    if len(view.parts) == 1:
        return _permit(view, view.parts[0], named) | {"period": period(view)}
    parts = [_permit(view, part, named) for part in view.parts]
    return {"type": "deny", "period": period(view), "provision": parts}


def _permit(view: ConsentView, part: Matrix, named: Named) -> Resource:
    return _with({"type": "permit", **rule(part, named)}, exceptions(view, part, named))


def _with(permit: Resource, found: Iterable[Resource]) -> Resource:
    denied = [{"type": "deny", **each} for each in found]
    return permit | ({"provision": denied} if denied else {})
