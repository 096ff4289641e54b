"""What a client may demand: her consents in a form that other systems read."""

from caseflow.subject_rights.consent_bundle import consent_bundle

__all__ = ["consent_bundle"]
