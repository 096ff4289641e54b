"""Say at which routes each role may knock, and which kinds of row it reads.

A permission lets somebody knock at a route; whether a client opens is `caseflow.policy.decision`.
"""

from collections.abc import Mapping
from enum import StrEnum
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
from caseflow.vocabulary.permissions import Permission


class RowKind(StrEnum):
    """What kinds of row a drawer holds."""

    ENTRY = "entry"
    FACT = "fact"
    GOAL = "goal"
    APPOINTMENT = "appointment"
    PROGRESS = "progress"
    SUMMARY = "summary"
    CORRECTION = "correction"  # what she says against one of these
    DISCLOSURE = "disclosure"  # what was told to a partner, and what came back
    GUARDIAN = "guardian"
    RELATIVE = "relative"
    DOCUMENT = "document"  # what is written about a file, and its content
    EVIDENCE = "evidence"  # of a consent: who declared, interpreted, witnessed, signed


# Intake records consents and receives children: she must know who may not declare, and who did.
_AT_A_DESK = frozenset(
    {
        RowKind.FACT,
        RowKind.SUMMARY,
        RowKind.CORRECTION,
        RowKind.GUARDIAN,
        RowKind.RELATIVE,
        RowKind.EVIDENCE,
    }
)
PERMISSIONS: Mapping[Permission, frozenset[Role]] = MappingProxyType(
    {
        Permission.PUBLIC: ALL,
        Permission.LOGGED_IN: ALL,
        Permission.MEMBER: CLIENT_WORK,
        Permission.READ_STORY: CASE_WORK,
        Permission.READ_FACTS: CLIENT_WORK,
        Permission.WRITE_ENTRY: CASE_WORK,
        Permission.WRITE_FACT: CLIENT_WORK,
        Permission.CREATE_CLIENT: CLIENT_WORK,
        Permission.RECORD_CONSENT: CLIENT_WORK,
        Permission.WITHDRAW_CONSENT: ALL,
        Permission.HAND_OVER: CLIENT_WORK,  # intake accepts and declines; the acts tell apart
        Permission.DECLARE_EMERGENCY: CLIENT_WORK,
        Permission.DECLARE_EXCEPTION: CASE_WORK,
        Permission.ANSWER_EXCEPTION: SECOND,
        Permission.END_EXCEPTION: CASE_WORK | OFFICER,
        Permission.RECORD_WALL: ADMISSION,
        Permission.LIFT_WALL: LEAD,
        Permission.KEEP_APART: CLIENT_WORK,
        Permission.LIFT_APART: SECOND,
        Permission.REVIEW_APART: OFFICER,
        Permission.PROPOSE_MERGE: CLIENT_WORK,
        Permission.ANSWER_MERGE: ALL,  # whoever has both before her, and officers
        Permission.UNDO_MERGE: SECOND,
        Permission.MANAGE_CASE: CASE_WORK,  # an assigned caseworker closes; a lead assigns
        Permission.ADMIT_STAFF: ADMITTERS,
        Permission.KEEP_PARTNERS: SECOND,
        Permission.DISCLOSE: CASE_WORK,
        Permission.READ_FIGURES: SECOND,
        Permission.REVIEW_LOG: OFFICER,
        Permission.REVIEW_EMERGENCY: OFFICER,
        Permission.KEEP_COPY: OFFICER,
        Permission.ERASE: SECOND,
        Permission.RUN_RETENTION: OFFICER,
        Permission.ADMINISTER: NOBODY,
    }
)

_NEWCOMER = frozenset({Permission.PUBLIC, Permission.LOGGED_IN})
_ADMINISTRATOR = _NEWCOMER | {Permission.ADMINISTER}

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


def administrator_may(permission: Permission) -> bool:
    """Say whether an administrator, who acts in no unit, may call a route."""
    return permission in _ADMINISTRATOR


def newcomer_may(permission: Permission) -> bool:
    """Say whether somebody who is logged in and acts in no unit may call a route."""
    return permission in _NEWCOMER


def visible_kinds(role: Role) -> frozenset[RowKind]:
    """Return which kinds of row a role reads in the drawers that are open to it."""
    return ROWS[role]
