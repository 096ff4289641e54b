"""Every cell of role × act, written out."""

import pytest

from caseflow.policy.act_roles import ACTS, may_act
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from tests.unit.policy.role_cells import cells

ACT_TABLE = """
    story.read CIL
    intake.read CIL
    entry.read CL
    document.read CL
    appointment.read CL
    calendar.read CL
    appointment.write CL
    client.export CL
    client.read CIL
    family.read CIL
    guardian.check CIL
    client.search CIL
    client.shown CIL
    client.lookup CIL
    consent.read CIL
    evidence.read CIL
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
    correction.record CIL
    correction.settle CL
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
    erasure.withdraw LO
    erasure.answer LO
    erasure.retell O
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
    curtain.lower CILO
    curtain.lift CILO
    browser.forget CILO
    address.keep CILO
    draft.keep -
    draft.read -
    draft.discard -
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


def test_the_table_names_every_act() -> None:
    assert set(ACTS) == set(cells(ACT_TABLE)) == set(Act)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_a_role_may_do_exactly_these_acts(role: Role, act: Act) -> None:
    assert may_act(role, act) is (role in cells(ACT_TABLE)[act])
