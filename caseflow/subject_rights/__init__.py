"""What a client may demand: a copy of her record, who saw it, her consents as others read them."""

from caseflow.subject_rights.access_lines import Ground, Sight
from caseflow.subject_rights.access_report import (
    AccessReport,
    LeftOut,
    ReportAsk,
    access_report,
    knock_at_report,
)
from caseflow.subject_rights.consent_bundle import consent_bundle
from caseflow.subject_rights.export_client import export_client
from caseflow.subject_rights.report_audiences import Audience
from caseflow.subject_rights.untold_bases import Choice, Special, Why
from caseflow.vocabulary.sights import Deed

__all__ = [
    "AccessReport",
    "Audience",
    "Choice",
    "Deed",
    "Ground",
    "LeftOut",
    "ReportAsk",
    "Sight",
    "Special",
    "Why",
    "access_report",
    "consent_bundle",
    "export_client",
    "knock_at_report",
]
