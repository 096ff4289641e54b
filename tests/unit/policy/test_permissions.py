"""Every cell of role × permission, role × act and role × kind of row, written out."""

import pytest

from caseflow.policy.permissions import (
    ACTS,
    PERMISSIONS,
    ROWS,
    RowKind,
    administrator_may,
    may,
    may_act,
    newcomer_may,
    visible_kinds,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission

LETTERS = {
    "C": Role.CASEWORKER,
    "I": Role.INTAKE,
    "L": Role.LEAD,
    "O": Role.OFFICER,
}

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

ACT_TABLE = """
    story.read CIL
    intake.read CIL
    entry.read CL
    document.read CL
    client.export CL
    client.read CIL
    family.read CIL
    guardian.check CIL
    client.search CIL
    client.shown CIL
    client.lookup CIL
    consent.read CIL
    consent.preview CIL
    handover.read CIL
    client.card CIL
    wall.read L
    apart.read LO
    disclosure.prepare CL
    disclosure.read CL
    disclosure.print CL
    case.deserted L
    client.create CIL
    case.open CIL
    case.close CL
    case.assign L
    entry.write CL
    document.write CL
    document.delete CL
    fact.write CIL
    goal.write CL
    progress.write CL
    summary.write CL
    copy.read O
    copy.make CL
    copy.keep O
    copy.destroy -
    guardian.write CIL
    guardian.change CL
    relative.write CIL
    consent.record CIL
    consent.receive CIL
    consent.answer CIL
    consent.withdraw CILO
    consent.expire -
    refusal.record CIL
    handover.send CL
    handover.accept CIL
    handover.decline CIL
    handover.withdraw CL
    handover.expire -
    emergency.declare CIL
    emergency.end CIL
    emergency.review O
    exception.declare CL
    exception.answer LO
    exception.end CLO
    exception.read CLO
    disclosure.make CL
    disclosure.acknowledge CL
    disclosure.note CL
    partner.add LO
    partner.change LO
    partner.end LO
    wall.record IL
    wall.lift L
    apart.record CIL
    apart.lift LO
    merge.read CILO
    merge.propose CIL
    merge.answer CILO
    merge.undo LO
    import.run L
    erasure.read LO
    erasure.propose LO
    erasure.answer LO
    client.erase -
    evidence.delete -
    hold.set O
    hold.lift O
    retention.read O
    retention.prepare O
    retention.answer O
    retention.run O
    login CILO
    login.step CILO
    login.fail -
    page.refuse -
    logout CILO
    browser.forget CILO
    address.keep CILO
    password.change CILO
    factor.add CILO
    factor.remove CILO
    token.make CILO
    token.revoke CILO
    factor.show CILO
    user.invite -
    user.join -
    user.disable -
    user.reset -
    user.release -
    member.admit LO
    member.end LO
    unit.add L
    key.birth -
    key.grant -
    key.revoke -
    key.rotate -
    drawer.turn -
    card.file -
    installation.birth -
    backup.make -
    backup.expire -
    installation.restore -
    restore.confirm O
    figures.read LO
    log.read O
    log.verify O
    log.prune O
    log.witness O
    log.manifest -
    rows.tell -
    review.sign O
    finding.note O
    finding.close O
    breach.export O
    report.release O
    reason.read O
    alarm.seal -
    alarm.key -
    alarm.wall -
    alarm.address -
    alarm.guessing -
    alarm.bulk -
    alarm.kin -
    alarm.recovery -
    recovery.renew O
"""


def cells(table: str) -> dict[str, set[Role]]:
    rows = (line.split() for line in table.strip().splitlines())
    return {name: {LETTERS[letter] for letter in who.strip("-")} for name, who in rows}


def test_the_tables_name_every_permission_act_and_role() -> None:
    assert set(PERMISSIONS) == set(cells(PERMISSION_TABLE)) == set(Permission)
    assert set(ACTS) == set(cells(ACT_TABLE)) == set(Act)
    assert set(ROWS) == set(Role) == set(LETTERS.values())


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_a_role_may_call_exactly_these_routes(role: Role, permission: Permission) -> None:
    assert may(role, permission) is (role in cells(PERMISSION_TABLE)[permission])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_a_role_may_do_exactly_these_acts(role: Role, act: Act) -> None:
    assert may_act(role, act) is (role in cells(ACT_TABLE)[act])


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
        RowKind.GUARDIAN,
        RowKind.RELATIVE,
    }


def test_officers_read_no_row() -> None:
    assert visible_kinds(Role.OFFICER) == frozenset()
