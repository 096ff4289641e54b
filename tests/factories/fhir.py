"""Check FHIR resources as a stranger's library does; R4 is what its R4B holds alike."""

from typing import Any

from fhir.resources.auditevent import AuditEvent
from fhir.resources.bundle import Bundle
from fhir.resources.consent import Consent
from fhir.resources.R4B.auditevent import AuditEvent as AuditEventR4
from fhir.resources.R4B.bundle import Bundle as BundleR4
from fhir.resources.R4B.consent import Consent as ConsentR4

from caseflow.vocabulary.fhir import Release

_MODELS: dict[Release, dict[str, Any]] = {
    Release.R4: {"AuditEvent": AuditEventR4, "Bundle": BundleR4, "Consent": ConsentR4},
    Release.R5: {"AuditEvent": AuditEvent, "Bundle": Bundle, "Consent": Consent},
}


def checked(resource: dict[str, Any], release: Release) -> dict[str, Any]:
    """Return a resource that is valid in this release; whatever is not in the model raises."""
    _MODELS[release][resource["resourceType"]].model_validate(resource)
    return resource
