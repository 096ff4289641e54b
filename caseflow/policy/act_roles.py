"""Say which role may ever do which act: one table, a line for each.

Whether the client opens, and on what ground, is `caseflow.policy.decision`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.policy.roles import (
    ADMISSION,
    ADMITTERS,
    ALL,
    CASE_WORK,
    CLIENT_WORK,
    LEAD,
    NOBODY,
    OFFICER,
    SECOND,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act

ACTS: Mapping[Act, frozenset[Role]] = MappingProxyType(
    {
        Act.STORY_READ: CLIENT_WORK,  # intake without entries and goals: see ROWS
        Act.INTAKE_READ: CLIENT_WORK,
        Act.ENTRY_READ: CASE_WORK,
        Act.DOCUMENT_READ: CASE_WORK,
        Act.APPOINTMENT_READ: CASE_WORK,
        Act.CALENDAR_READ: CASE_WORK,
        Act.CLIENT_EXPORT: CASE_WORK,
        Act.FAMILY_READ: CLIENT_WORK,
        Act.GUARDIAN_CHECK: CLIENT_WORK,
        Act.CLIENT_READ: CLIENT_WORK,
        Act.CLIENT_SEARCH: CLIENT_WORK,
        Act.CLIENT_SHOWN: CLIENT_WORK,
        Act.CLIENT_LOOKUP: CLIENT_WORK,
        Act.CONSENT_READ: CLIENT_WORK,
        Act.EVIDENCE_READ: CLIENT_WORK,
        Act.COPY_READ: OFFICER,
        Act.CONSENT_PREVIEW: CLIENT_WORK,
        Act.HANDOVER_READ: CLIENT_WORK,
        Act.CARD_PRINT: CLIENT_WORK,
        Act.WALL_READ: LEAD,
        Act.APART_READ: SECOND,
        Act.DISCLOSURE_PREPARE: CASE_WORK,
        Act.DISCLOSURE_READ: CASE_WORK,
        Act.DISCLOSURE_PRINT: CASE_WORK,
        Act.MERGE_READ: ALL,
        Act.CASE_DESERTED: LEAD,
        Act.CLIENT_CREATE: CLIENT_WORK,
        Act.CASE_OPEN: CLIENT_WORK,
        Act.CASE_CLOSE: CASE_WORK,
        Act.CASE_ASSIGN: LEAD,
        Act.ENTRY_WRITE: CASE_WORK,
        Act.FACT_WRITE: CLIENT_WORK,
        Act.GOAL_WRITE: CASE_WORK,
        Act.APPOINTMENT_WRITE: CASE_WORK,
        Act.PROGRESS_WRITE: CASE_WORK,
        Act.SUMMARY_WRITE: CASE_WORK,
        Act.DOCUMENT_WRITE: CASE_WORK,
        Act.DOCUMENT_DELETE: CASE_WORK,
        Act.COPY_MAKE: CASE_WORK,
        Act.CORRECTION_RECORD: CLIENT_WORK,  # whoever sits with her; of what she may read herself
        Act.CORRECTION_SETTLE: CASE_WORK,
        Act.COPY_KEEP: OFFICER,
        Act.COPY_DESTROY: NOBODY,  # time does it
        # Whoever admits her must be able to block somebody at once; nobody at a desk lets him
        # declare again, be it by another spelling of his name.
        Act.GUARDIAN_WRITE: CLIENT_WORK,
        Act.GUARDIAN_CHANGE: CASE_WORK,
        Act.RELATIVE_WRITE: CLIENT_WORK,
        Act.CONSENT_RECORD: CLIENT_WORK,
        Act.CONSENT_RECEIVE: CLIENT_WORK,
        Act.CONSENT_ANSWER: CLIENT_WORK,
        Act.CONSENT_WITHDRAW: ALL,
        Act.CONSENT_EXPIRE: NOBODY,  # time does it
        Act.REFUSAL_RECORD: CLIENT_WORK,
        Act.HANDOVER_SEND: CASE_WORK,
        Act.HANDOVER_ACCEPT: CLIENT_WORK,
        Act.HANDOVER_DECLINE: CLIENT_WORK,
        Act.HANDOVER_WITHDRAW: CASE_WORK,
        Act.HANDOVER_EXPIRE: NOBODY,  # time does it
        Act.EMERGENCY_DECLARE: CLIENT_WORK,
        Act.EMERGENCY_END: CLIENT_WORK,
        Act.EMERGENCY_REVIEW: OFFICER,
        Act.EXCEPTION_DECLARE: CASE_WORK,
        Act.EXCEPTION_ANSWER: SECOND,
        Act.EXCEPTION_END: CASE_WORK | OFFICER,
        Act.EXCEPTION_READ: CASE_WORK | OFFICER,
        Act.DISCLOSURE_MAKE: CASE_WORK,
        Act.DISCLOSURE_ACKNOWLEDGE: CASE_WORK,
        Act.DISCLOSURE_NOTE: CASE_WORK,
        Act.PARTNER_ADD: SECOND,
        Act.PARTNER_CHANGE: SECOND,
        Act.PARTNER_END: SECOND,
        Act.WALL_RECORD: ADMISSION,
        Act.WALL_LIFT: LEAD,
        Act.APART_RECORD: CLIENT_WORK,
        Act.APART_LIFT: SECOND,
        Act.MERGE_PROPOSE: CLIENT_WORK,
        Act.MERGE_ANSWER: ALL,
        Act.MERGE_UNDO: SECOND,
        Act.IMPORT_RUN: LEAD,
        Act.ERASURE_READ: SECOND,
        Act.ERASURE_PROPOSE: SECOND,
        Act.ERASURE_WITHDRAW: SECOND,
        Act.ERASURE_ANSWER: SECOND,
        Act.ERASURE_RETELL: OFFICER,  # no unit knows her any more
        Act.CLIENT_ERASE: NOBODY,  # follows from an agreement
        Act.EVIDENCE_DELETE: NOBODY,  # follows from a run
        Act.HOLD_SET: OFFICER,
        Act.HOLD_LIFT: OFFICER,
        Act.RETENTION_READ: OFFICER,
        Act.RETENTION_PREPARE: OFFICER,
        Act.RETENTION_ANSWER: OFFICER,
        Act.RETENTION_RUN: OFFICER,
        Act.LOGIN: ALL,
        Act.LOGIN_STEP: ALL,
        Act.LOGIN_FAIL: NOBODY,  # happens; nobody asks for it
        Act.LOGOUT: ALL,
        Act.CURTAIN_LOWER: ALL,
        Act.CURTAIN_LIFT: ALL,
        Act.BROWSER_FORGET: ALL,
        Act.ADDRESS_KEEP: ALL,
        # One's own words, beside a form that was permitted: they follow from it.
        Act.DRAFT_KEEP: NOBODY,
        Act.DRAFT_READ: NOBODY,
        Act.DRAFT_DISCARD: NOBODY,
        Act.PASSWORD_CHANGE: ALL,
        Act.FACTOR_ADD: ALL,
        Act.FACTOR_REMOVE: ALL,
        Act.TOKEN_MAKE: ALL,
        Act.TOKEN_REVOKE: ALL,
        Act.FACTOR_SHOW: ALL,
        Act.USER_INVITE: NOBODY,  # an administrator's
        Act.USER_JOIN: NOBODY,  # an invited person has no role yet
        Act.USER_DISABLE: NOBODY,  # an administrator's
        Act.USER_RESET: NOBODY,  # an administrator's
        Act.USER_RELEASE: NOBODY,  # an administrator's
        Act.MEMBER_ADMIT: ADMITTERS,
        Act.MEMBER_END: ADMITTERS,
        Act.UNIT_ADD: LEAD,
        # Keys follow acts: nobody asks for what follows.
        Act.KEY_BIRTH: NOBODY,
        Act.KEY_GRANT: NOBODY,
        Act.KEY_REVOKE: NOBODY,
        Act.KEY_ROTATE: NOBODY,  # whoever has the keys from outside
        Act.DRAWER_TURN: NOBODY,
        Act.RECOVERY_RENEW: OFFICER,
        Act.CARD_FILE: NOBODY,
        Act.INSTALLATION_BIRTH: NOBODY,
        # An operator's, at the command line.
        Act.BACKUP_MAKE: NOBODY,
        Act.BACKUP_EXPIRE: NOBODY,
        Act.INSTALLATION_RESTORE: NOBODY,
        Act.RESTORE_CONFIRM: OFFICER,
        Act.PAGE_REFUSE: NOBODY,  # happens; nobody asks for it
        Act.FIGURES_READ: SECOND,
        Act.LOG_READ: OFFICER,
        Act.LOG_VERIFY: OFFICER,
        Act.LOG_PRUNE: OFFICER,
        Act.LOG_WITNESS: OFFICER,
        Act.LOG_MANIFEST: NOBODY,
        Act.ROWS_TELL: NOBODY,
        Act.REASON_READ: OFFICER,
        Act.REVIEW_SIGN: OFFICER,
        Act.FINDING_NOTE: OFFICER,
        Act.FINDING_CLOSE: OFFICER,
        Act.BREACH_EXPORT: OFFICER,
        Act.REPORT_RELEASE: OFFICER,
        Act.ALARM_SEAL: NOBODY,
        Act.ALARM_KEY: NOBODY,
        Act.ALARM_ADDRESS: NOBODY,
        Act.ALARM_GUESSING: NOBODY,
        Act.ALARM_WALL: NOBODY,
        Act.ALARM_BULK: NOBODY,
        Act.ALARM_KIN: NOBODY,
        Act.ALARM_RECOVERY: NOBODY,
    }
)


def may_act(role: Role, act: Act) -> bool:
    """Say whether a member with this role may ever do this act."""
    return role in ACTS[act]
