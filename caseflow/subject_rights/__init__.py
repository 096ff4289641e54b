"""What a client may demand: a copy of her record, her consents as other systems read them."""

from caseflow.subject_rights.consent_bundle import consent_bundle
from caseflow.subject_rights.export_client import export_client

__all__ = ["consent_bundle", "export_client"]
