"""Say an entry of the log as an AuditEvent of FHIR R5."""

from collections.abc import Iterable

from caseflow.oversight.event_kinds import kind_of
from caseflow.oversight.event_parts import (
    APPLICATION_SERVER,
    DOMAIN_RESOURCE,
    PATIENT,
    REQUEST,
    Event,
    agents,
    request_identifier,
    told,
)
from caseflow.vocabulary.fhir import Resource, coding, concept, instant, reference

_OUTCOMES = "http://hl7.org/fhir/issue-severity"
_CONSENT = coding("http://hl7.org/fhir/fhir-types", "Consent", "Consent")


def audit_event(event: Event) -> Resource:
    """Return the resource."""
    line, kind = event.line, kind_of(event.line.act)
    made = {
        "resourceType": "AuditEvent",
        "id": event.id,
        "category": [concept(kind.type)],
        "code": concept(*reversed(kind.subtypes)),
        "action": kind.action,
        "recorded": instant(line.at),
        "outcome": _outcome(event),
        "agent": agents(event),
        "source": {"observer": event.server, "type": [concept(APPLICATION_SERVER)]},
        "entity": list(_entities(event)),
    }
    if line.purpose:
        made["authorization"] = [concept(coding("purpose", line.purpose))]
    if line.client is not None:
        made["patient"] = reference("Patient", line.client)
    return made


def _outcome(event: Event) -> Resource:
    if event.line.permitted:
        return {"code": coding(_OUTCOMES, "success", "Success")}
    refused = {"code": coding(_OUTCOMES, "error", "Error")}
    why = event.line.refused_because
    return refused | ({"detail": [concept(coding("reason", why))]} if why else {})


def _entities(event: Event) -> Iterable[Resource]:
    line = event.line
    if line.client is not None:
        yield {"what": reference("Patient", line.client), "role": concept(PATIENT)}
    for drawer in line.drawers:
        said = [_detail("unit", str(drawer.owner)), _detail("category", drawer.category)]
        what, role = reference("List", drawer.id), concept(DOMAIN_RESOURCE)
        yield {"what": what, "role": role, "detail": said}
    for consent in event.consents:
        yield {"what": reference("Consent", consent), "role": concept(_CONSENT)}
    details = [_detail(name, value) for name, value in told(event)]
    yield {"what": request_identifier(event), "role": concept(REQUEST), "detail": details}


def _detail(name: str, value: str) -> Resource:
    return {"type": {"text": name}, "valueString": value}
