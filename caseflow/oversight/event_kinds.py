"""Say of each act which kind of FHIR AuditEvent it is, after the patterns of IHE BALP."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.fhir import Resource, coding

_DICOM = "http://dicom.nema.org/resources/ontology/DCM"
_REST = coding(
    "http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"
)
_INTERACTIONS = "http://hl7.org/fhir/restful-interaction"
_READ, _SEARCH, _CREATE, _UPDATE, _DELETE = "read", "search-type", "create", "update", "delete"


@dataclass(frozen=True, slots=True)
class EventKind:
    """The kind of an event: its type, what narrows it down, and the letter of what was done."""

    type: Resource
    subtypes: tuple[Resource, ...]
    action: str  # C create, R read, U update, D delete, E execute


def _rest(interaction: str, letter: str) -> EventKind:
    return EventKind(_REST, (coding(_INTERACTIONS, interaction, interaction),), letter)


def _dicom(code: str, display: str, letter: str, *narrower: tuple[str, str]) -> EventKind:
    return EventKind(
        coding(_DICOM, code, display), tuple(coding(_DICOM, *each) for each in narrower), letter
    )


_AUTHENTICATION = "110114", "User Authentication"
_ALERT = "110113", "Security Alert"
_USERS = _dicom(*_ALERT, "U", ("110137", "User Security Attributes Changed"))
_LOG = _dicom("110101", "Audit Log Used", "R")
_WRITTEN_NEW = (
    Act.CLIENT_CREATE,
    Act.CASE_OPEN,
    Act.ENTRY_WRITE,
    Act.DOCUMENT_WRITE,
    Act.GOAL_WRITE,
    Act.APPOINTMENT_WRITE,
    Act.PROGRESS_WRITE,
    Act.GUARDIAN_WRITE,
    Act.RELATIVE_WRITE,
    Act.CONSENT_RECORD,
    Act.CONSENT_RECEIVE,
    Act.CONSENT_ANSWER,
    Act.REFUSAL_RECORD,
    Act.HANDOVER_SEND,
    Act.EMERGENCY_DECLARE,
    Act.EXCEPTION_DECLARE,
    Act.MERGE_PROPOSE,
    Act.WALL_RECORD,
    Act.APART_RECORD,
    Act.COPY_MAKE,
    Act.CORRECTION_RECORD,
    Act.DISCLOSURE_NOTE,
    Act.PARTNER_ADD,
    Act.DRAFT_KEEP,
)
_SEEN = (
    Act.STORY_READ,
    Act.INTAKE_READ,
    Act.ENTRY_READ,
    Act.DOCUMENT_READ,
    Act.APPOINTMENT_READ,
    Act.CALENDAR_READ,
    Act.CLIENT_READ,
    Act.FAMILY_READ,
    Act.GUARDIAN_CHECK,
    Act.CLIENT_SHOWN,
    Act.CONSENT_READ,
    Act.EVIDENCE_READ,
    Act.CONSENT_PREVIEW,
    Act.HANDOVER_READ,
    Act.CARD_PRINT,
    Act.WALL_READ,
    Act.APART_READ,
    Act.EXCEPTION_READ,
    Act.MERGE_READ,
    Act.CASE_DESERTED,
    Act.COPY_READ,
    Act.DISCLOSURE_PREPARE,
    Act.DISCLOSURE_READ,
    Act.ERASURE_READ,
    Act.RETENTION_READ,
    Act.DRAFT_READ,
)
# What leaves the house, be it for her or for a partner.
_HANDED_OUT = (Act.CLIENT_EXPORT, Act.DISCLOSURE_MAKE, Act.DISCLOSURE_PRINT)
_ALARMS = tuple(act for act in Act if act.startswith("alarm."))
_KINDS: Mapping[str, EventKind] = MappingProxyType(
    {
        **dict.fromkeys(_SEEN, _rest(_READ, "R")),
        **dict.fromkeys(_HANDED_OUT, _dicom("110106", "Export", "R")),
        Act.CLIENT_SEARCH: _rest(_SEARCH, "E"),
        Act.CLIENT_LOOKUP: _rest(_SEARCH, "E"),
        **dict.fromkeys(_WRITTEN_NEW, _rest(_CREATE, "C")),
        Act.DOCUMENT_DELETE: _rest(_DELETE, "D"),
        Act.COPY_DESTROY: _rest(_DELETE, "D"),
        Act.CLIENT_ERASE: _rest(_DELETE, "D"),
        Act.DRAFT_DISCARD: _rest(_DELETE, "D"),
        Act.IMPORT_RUN: _dicom("110107", "Import", "C"),
        Act.LOGIN: _dicom(*_AUTHENTICATION, "E", ("110122", "Login")),
        Act.LOGIN_STEP: _dicom(*_AUTHENTICATION, "E", ("110122", "Login")),
        Act.LOGIN_FAIL: _dicom(*_AUTHENTICATION, "E", ("110122", "Login")),
        Act.LOGOUT: _dicom(*_AUTHENTICATION, "E", ("110123", "Logout")),
        Act.CURTAIN_LOWER: _dicom(*_AUTHENTICATION, "E", ("110123", "Logout")),
        Act.CURTAIN_LIFT: _dicom(*_AUTHENTICATION, "E", ("110122", "Login")),
        Act.PASSWORD_CHANGE: _USERS,
        Act.FACTOR_ADD: _USERS,
        Act.FACTOR_REMOVE: _USERS,
        Act.TOKEN_MAKE: _USERS,
        Act.TOKEN_REVOKE: _USERS,
        Act.USER_INVITE: _USERS,
        Act.USER_JOIN: _USERS,
        Act.USER_DISABLE: _USERS,
        Act.USER_RESET: _USERS,
        Act.USER_RELEASE: _USERS,
        Act.MEMBER_ADMIT: _USERS,
        Act.MEMBER_END: _USERS,
        Act.FIGURES_READ: _dicom("110112", "Query", "E"),
        Act.LOG_READ: _LOG,
        Act.LOG_VERIFY: _LOG,
        Act.LOG_PRUNE: _LOG,
        Act.LOG_MANIFEST: _LOG,
        Act.LOG_WITNESS: _LOG,
        Act.REVIEW_SIGN: _LOG,
        Act.FINDING_NOTE: _LOG,
        Act.FINDING_CLOSE: _LOG,
        Act.BREACH_EXPORT: _LOG,
        Act.REPORT_RELEASE: _LOG,
        Act.REASON_READ: _LOG,
        **dict.fromkeys(_ALARMS, _dicom(*_ALERT, "E")),
        Act.PAGE_REFUSE: _dicom(*_ALERT, "E"),
    }
)
_OTHER = _rest(_UPDATE, "U")


def kind_of(act: str) -> EventKind:
    """Return the kind of an act, of one of a later version too; our own word stands beside it."""
    found = _KINDS.get(act, _OTHER)
    return EventKind(found.type, (*found.subtypes, coding("act", act)), found.action)
