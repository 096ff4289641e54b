"""Every cell of role × permission and role × kind of row, written out."""

import pytest

from caseflow.policy.permissions import (
    PERMISSIONS,
    ROWS,
    RowKind,
    administrator_may,
    may,
    newcomer_may,
    visible_kinds,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.permissions import Permission
from tests.unit.policy.role_cells import LETTERS, cells

PERMISSION_TABLE = """
    public CILO
    logged_in CILO
    member CIL
    read_story CL
    read_facts CIL
    write_entry CL
    write_fact CIL
    create_client CIL
    record_consent CIL
    withdraw_consent CILO
    hand_over CIL
    declare_emergency CIL
    declare_exception CL
    answer_exception LO
    end_exception CLO
    record_wall IL
    lift_wall L
    keep_apart CIL
    lift_apart LO
    review_apart O
    propose_merge CIL
    answer_merge CILO
    undo_merge LO
    manage_case CL
    admit_staff LO
    keep_partners LO
    disclose CL
    read_figures LO
    review_log O
    review_emergency O
    keep_copy O
    erase LO
    run_retention O
    administer -
"""


def test_the_tables_name_every_permission_and_role() -> None:
    assert set(PERMISSIONS) == set(cells(PERMISSION_TABLE)) == set(Permission)
    assert set(ROWS) == set(Role) == set(LETTERS.values())


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_a_role_may_call_exactly_these_routes(role: Role, permission: Permission) -> None:
    assert may(role, permission) is (role in cells(PERMISSION_TABLE)[permission])


def test_an_administrator_administers_and_nothing_else() -> None:
    allowed = {permission for permission in Permission if administrator_may(permission)}
    assert allowed == {Permission.PUBLIC, Permission.LOGGED_IN, Permission.ADMINISTER}


def test_a_newcomer_is_logged_in_and_nothing_else() -> None:
    allowed = {permission for permission in Permission if newcomer_may(permission)}
    assert allowed == {Permission.PUBLIC, Permission.LOGGED_IN}


def test_caseworkers_and_leads_read_every_kind_of_row() -> None:
    assert visible_kinds(Role.CASEWORKER) == visible_kinds(Role.LEAD) == set(RowKind)


def test_intake_staff_read_facts_and_the_summary_and_no_entries() -> None:
    assert visible_kinds(Role.INTAKE) == {
        RowKind.FACT,
        RowKind.SUMMARY,
        RowKind.CORRECTION,
        RowKind.GUARDIAN,
        RowKind.RELATIVE,
        RowKind.EVIDENCE,
    }


def test_officers_read_no_row() -> None:
    assert visible_kinds(Role.OFFICER) == frozenset()
