"""Say what each role may do: one table of permissions for routes, one of acts, one of rows.

A permission lets somebody knock at a route; whether a client opens is `caseflow.policy.decision`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission


class RowKind(StrEnum):
    """What kinds of row a drawer holds."""

    ENTRY = "entry"
    FACT = "fact"
    GOAL = "goal"
    PROGRESS = "progress"
    SUMMARY = "summary"
    DISCLOSURE = "disclosure"  # what was told to a partner, and what came back
    GUARDIAN = "guardian"
    RELATIVE = "relative"
    DOCUMENT = "document"  # what is written about a file, and its content


# Intake records consents and receives children: she must know who may not declare.
_AT_A_DESK = frozenset({RowKind.FACT, RowKind.SUMMARY, RowKind.GUARDIAN, RowKind.RELATIVE})
_NOBODY: frozenset[Role] = frozenset()
_LEAD = frozenset({Role.LEAD})
_OFFICER = frozenset({Role.OFFICER})
_CASE_WORK = frozenset({Role.CASEWORKER, Role.LEAD})
_ADMISSION = frozenset({Role.INTAKE, Role.LEAD})
_CLIENT_WORK = _CASE_WORK | _ADMISSION
# Officers admit their own successors: the oversight unit may have no lead left.
_ADMITTERS = _LEAD | _OFFICER
_SECOND = _LEAD | _OFFICER
_ALL = frozenset(Role)

PERMISSIONS: Mapping[Permission, frozenset[Role]] = MappingProxyType(
    {
        Permission.PUBLIC: _ALL,
        Permission.LOGGED_IN: _ALL,
        Permission.MEMBER: _CLIENT_WORK,
        Permission.READ_STORY: _CASE_WORK,
        Permission.READ_FACTS: _CLIENT_WORK,
        Permission.WRITE_ENTRY: _CASE_WORK,
        Permission.WRITE_FACT: _CLIENT_WORK,
        Permission.CREATE_CLIENT: _CLIENT_WORK,
        Permission.RECORD_CONSENT: _CLIENT_WORK,
        Permission.WITHDRAW_CONSENT: _ALL,
        Permission.HAND_OVER: _CLIENT_WORK,  # intake accepts and declines; the acts tell apart
        Permission.DECLARE_EMERGENCY: _CLIENT_WORK,
        Permission.DECLARE_EXCEPTION: _CASE_WORK,
        Permission.ANSWER_EXCEPTION: _SECOND,
        Permission.END_EXCEPTION: _CASE_WORK | _OFFICER,
        Permission.RECORD_WALL: _ADMISSION,
        Permission.LIFT_WALL: _LEAD,
        Permission.KEEP_APART: _CLIENT_WORK,
        Permission.LIFT_APART: _SECOND,
        Permission.REVIEW_APART: _OFFICER,
        Permission.PROPOSE_MERGE: _CLIENT_WORK,
        Permission.ANSWER_MERGE: _ALL,  # whoever has both before her, and officers
        Permission.UNDO_MERGE: _SECOND,
        Permission.MANAGE_CASE: _CASE_WORK,  # an assigned caseworker closes; a lead assigns
        Permission.ADMIT_STAFF: _ADMITTERS,
        Permission.KEEP_PARTNERS: _SECOND,
        Permission.DISCLOSE: _CASE_WORK,
        Permission.READ_FIGURES: _SECOND,
        Permission.REVIEW_LOG: _OFFICER,
        Permission.REVIEW_EMERGENCY: _OFFICER,
        Permission.KEEP_COPY: _OFFICER,
        Permission.ERASE: _SECOND,
        Permission.RUN_RETENTION: _OFFICER,
        Permission.ADMINISTER: _NOBODY,
    }
)

_NEWCOMER = frozenset({Permission.PUBLIC, Permission.LOGGED_IN})
_ADMINISTRATOR = _NEWCOMER | {Permission.ADMINISTER}

ACTS: Mapping[Act, frozenset[Role]] = MappingProxyType(
    {
        Act.STORY_READ: _CLIENT_WORK,  # intake without entries and goals: see ROWS
        Act.INTAKE_READ: _CLIENT_WORK,
        Act.ENTRY_READ: _CASE_WORK,
        Act.DOCUMENT_READ: _CASE_WORK,
        Act.CLIENT_EXPORT: _CASE_WORK,
        Act.FAMILY_READ: _CLIENT_WORK,
        Act.GUARDIAN_CHECK: _CLIENT_WORK,
        Act.CLIENT_READ: _CLIENT_WORK,
        Act.CLIENT_SEARCH: _CLIENT_WORK,
        Act.CLIENT_SHOWN: _CLIENT_WORK,
        Act.CLIENT_LOOKUP: _CLIENT_WORK,
        Act.CONSENT_READ: _CLIENT_WORK,
        Act.COPY_READ: _OFFICER,
        Act.CONSENT_PREVIEW: _CLIENT_WORK,
        Act.HANDOVER_READ: _CLIENT_WORK,
        Act.CARD_PRINT: _CLIENT_WORK,
        Act.WALL_READ: _LEAD,
        Act.APART_READ: _SECOND,
        Act.DISCLOSURE_PREPARE: _CASE_WORK,
        Act.DISCLOSURE_READ: _CASE_WORK,
        Act.DISCLOSURE_PRINT: _CASE_WORK,
        Act.MERGE_READ: _ALL,
        Act.CASE_DESERTED: _LEAD,
        Act.CLIENT_CREATE: _CLIENT_WORK,
        Act.CASE_OPEN: _CLIENT_WORK,
        Act.CASE_CLOSE: _CASE_WORK,
        Act.CASE_ASSIGN: _LEAD,
        Act.ENTRY_WRITE: _CASE_WORK,
        Act.FACT_WRITE: _CLIENT_WORK,
        Act.GOAL_WRITE: _CASE_WORK,
        Act.PROGRESS_WRITE: _CASE_WORK,
        Act.SUMMARY_WRITE: _CASE_WORK,
        Act.DOCUMENT_WRITE: _CASE_WORK,
        Act.DOCUMENT_DELETE: _CASE_WORK,
        Act.COPY_MAKE: _CASE_WORK,
        Act.COPY_KEEP: _OFFICER,
        Act.COPY_DESTROY: _NOBODY,  # time does it
        # Whoever admits her must be able to block somebody at once; nobody at a desk lets him
        # declare again, be it by another spelling of his name.
        Act.GUARDIAN_WRITE: _CLIENT_WORK,
        Act.GUARDIAN_CHANGE: _CASE_WORK,
        Act.RELATIVE_WRITE: _CLIENT_WORK,
        Act.CONSENT_RECORD: _CLIENT_WORK,
        Act.CONSENT_RECEIVE: _CLIENT_WORK,
        Act.CONSENT_ANSWER: _CLIENT_WORK,
        Act.CONSENT_WITHDRAW: _ALL,
        Act.CONSENT_EXPIRE: _NOBODY,  # time does it
        Act.REFUSAL_RECORD: _CLIENT_WORK,
        Act.HANDOVER_SEND: _CASE_WORK,
        Act.HANDOVER_ACCEPT: _CLIENT_WORK,
        Act.HANDOVER_DECLINE: _CLIENT_WORK,
        Act.HANDOVER_WITHDRAW: _CASE_WORK,
        Act.HANDOVER_EXPIRE: _NOBODY,  # time does it
        Act.EMERGENCY_DECLARE: _CLIENT_WORK,
        Act.EMERGENCY_END: _CLIENT_WORK,
        Act.EMERGENCY_REVIEW: _OFFICER,
        Act.EXCEPTION_DECLARE: _CASE_WORK,
        Act.EXCEPTION_ANSWER: _SECOND,
        Act.EXCEPTION_END: _CASE_WORK | _OFFICER,
        Act.EXCEPTION_READ: _CASE_WORK | _OFFICER,
        Act.DISCLOSURE_MAKE: _CASE_WORK,
        Act.DISCLOSURE_ACKNOWLEDGE: _CASE_WORK,
        Act.DISCLOSURE_NOTE: _CASE_WORK,
        Act.PARTNER_ADD: _SECOND,
        Act.PARTNER_CHANGE: _SECOND,
        Act.PARTNER_END: _SECOND,
        Act.WALL_RECORD: _ADMISSION,
        Act.WALL_LIFT: _LEAD,
        Act.APART_RECORD: _CLIENT_WORK,
        Act.APART_LIFT: _SECOND,
        Act.MERGE_PROPOSE: _CLIENT_WORK,
        Act.MERGE_ANSWER: _ALL,
        Act.MERGE_UNDO: _SECOND,
        Act.IMPORT_RUN: _LEAD,
        Act.ERASURE_READ: _SECOND,
        Act.ERASURE_PROPOSE: _SECOND,
        Act.ERASURE_ANSWER: _SECOND,
        Act.CLIENT_ERASE: _NOBODY,  # follows from an agreement
        Act.EVIDENCE_DELETE: _NOBODY,  # follows from a run
        Act.HOLD_SET: _OFFICER,
        Act.HOLD_LIFT: _OFFICER,
        Act.RETENTION_READ: _OFFICER,
        Act.RETENTION_PREPARE: _OFFICER,
        Act.RETENTION_ANSWER: _OFFICER,
        Act.RETENTION_RUN: _OFFICER,
        Act.LOGIN: _ALL,
        Act.LOGIN_STEP: _ALL,
        Act.LOGIN_FAIL: _NOBODY,  # happens; nobody asks for it
        Act.LOGOUT: _ALL,
        Act.BROWSER_FORGET: _ALL,
        Act.ADDRESS_KEEP: _ALL,
        Act.PASSWORD_CHANGE: _ALL,
        Act.FACTOR_ADD: _ALL,
        Act.FACTOR_REMOVE: _ALL,
        Act.TOKEN_MAKE: _ALL,
        Act.TOKEN_REVOKE: _ALL,
        Act.FACTOR_SHOW: _ALL,
        Act.USER_INVITE: _NOBODY,  # an administrator's
        Act.USER_JOIN: _NOBODY,  # an invited person has no role yet
        Act.USER_DISABLE: _NOBODY,  # an administrator's
        Act.USER_RESET: _NOBODY,  # an administrator's
        Act.USER_RELEASE: _NOBODY,  # an administrator's
        Act.MEMBER_ADMIT: _ADMITTERS,
        Act.MEMBER_END: _ADMITTERS,
        Act.UNIT_ADD: _LEAD,
        # Keys follow acts: nobody asks for what follows.
        Act.KEY_BIRTH: _NOBODY,
        Act.KEY_GRANT: _NOBODY,
        Act.KEY_REVOKE: _NOBODY,
        Act.KEY_ROTATE: _NOBODY,  # whoever has the keys from outside
        Act.DRAWER_TURN: _NOBODY,
        Act.RECOVERY_RENEW: _OFFICER,
        Act.CARD_FILE: _NOBODY,
        Act.INSTALLATION_BIRTH: _NOBODY,
        # An operator's, at the command line.
        Act.BACKUP_MAKE: _NOBODY,
        Act.BACKUP_EXPIRE: _NOBODY,
        Act.INSTALLATION_RESTORE: _NOBODY,
        Act.RESTORE_CONFIRM: _OFFICER,
        Act.PAGE_REFUSE: _NOBODY,  # happens; nobody asks for it
        Act.FIGURES_READ: _SECOND,
        Act.LOG_READ: _OFFICER,
        Act.LOG_VERIFY: _OFFICER,
        Act.LOG_PRUNE: _OFFICER,
        Act.LOG_WITNESS: _OFFICER,
        Act.LOG_MANIFEST: _NOBODY,
        Act.ROWS_TELL: _NOBODY,
        Act.REASON_READ: _OFFICER,
        Act.REVIEW_SIGN: _OFFICER,
        Act.FINDING_NOTE: _OFFICER,
        Act.FINDING_CLOSE: _OFFICER,
        Act.BREACH_EXPORT: _OFFICER,
        Act.REPORT_RELEASE: _OFFICER,
        Act.ALARM_SEAL: _NOBODY,
        Act.ALARM_KEY: _NOBODY,
        Act.ALARM_ADDRESS: _NOBODY,
        Act.ALARM_GUESSING: _NOBODY,
        Act.ALARM_WALL: _NOBODY,
        Act.ALARM_BULK: _NOBODY,
        Act.ALARM_KIN: _NOBODY,
        Act.ALARM_RECOVERY: _NOBODY,
    }
)

ROWS: Mapping[Role, frozenset[RowKind]] = MappingProxyType(
    {
        Role.CASEWORKER: frozenset(RowKind),
        Role.LEAD: frozenset(RowKind),
        Role.INTAKE: _AT_A_DESK,
        Role.OFFICER: frozenset(),
    }
)


def may(role: Role, permission: Permission) -> bool:
    """Say whether a member with this role may call a route with this permission."""
    return role in PERMISSIONS[permission]


def may_act(role: Role, act: Act) -> bool:
    """Say whether a member with this role may ever do this act."""
    return role in ACTS[act]


def administrator_may(permission: Permission) -> bool:
    """Say whether an administrator, who acts in no unit, may call a route."""
    return permission in _ADMINISTRATOR


def newcomer_may(permission: Permission) -> bool:
    """Say whether somebody who is logged in and acts in no unit may call a route."""
    return permission in _NEWCOMER


def visible_kinds(role: Role) -> frozenset[RowKind]:
    """Return which kinds of row a role reads in the drawers that are open to it."""
    return ROWS[role]
