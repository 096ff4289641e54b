"""Say an entry of the log as an AuditEvent of FHIR R4."""

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

_TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type"
_PERSON = coding(_TYPES, "1", "Person")
_OBJECT = coding(_TYPES, "2", "System Object")
_CONSENT = coding("http://hl7.org/fhir/resource-types", "Consent", "Consent")
_SUCCESS, _REFUSED = "0", "4"


def audit_event(event: Event) -> Resource:
    """Return the resource."""
    line, kind = event.line, kind_of(event.line.act)
    made = {
        "resourceType": "AuditEvent",
        "id": event.id,
        "type": kind.type,
        "subtype": list(kind.subtypes),
        "action": kind.action,
        "recorded": instant(line.at),
        "outcome": _SUCCESS if line.permitted else _REFUSED,
        "agent": agents(event),
        "source": {"observer": event.server, "type": [APPLICATION_SERVER]},
        "entity": list(_entities(event)),
    }
    if line.refused_because:
        made["outcomeDesc"] = line.refused_because
    if line.purpose:
        made["purposeOfEvent"] = [concept(coding("purpose", line.purpose))]
    return made


def _entities(event: Event) -> Iterable[Resource]:
    line = event.line
    if line.client is not None:
        patient = reference("Patient", line.client)
        yield {"what": patient, "type": _PERSON, "role": PATIENT}
    for drawer in line.drawers:
        said = [_detail("unit", str(drawer.owner)), _detail("category", drawer.category)]
        what = reference("List", drawer.id)
        yield {"what": what, "type": _OBJECT, "role": DOMAIN_RESOURCE, "detail": said}
    for consent in event.consents:
        yield {"what": reference("Consent", consent), "type": _CONSENT}
    details = [_detail(name, value) for name, value in told(event)]
    yield {"what": request_identifier(event), "type": REQUEST, "detail": details}


def _detail(name: str, value: str) -> Resource:
    return {"type": name, "valueString": value}
