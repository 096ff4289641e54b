from sqlalchemy import update

from caseflow.database.tables.units import Membership
from caseflow.policy.facts import MembershipFact
from caseflow.vault.members import acting, acting_fact, load_members
from tests.factories.house import House


def test_whose_seal_holds_not_acts_by_nothing(house: House) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    with house.sessions() as session:
        forged = update(Membership).where(Membership.id == lea.membership)
        session.execute(forged.values(role="intake"))
        session.commit()
    work = house.work()
    members, sound = load_members(work, lea, (frieda.staff,))
    assert {row.id for row in members} == {lea.membership, frieda.membership}
    assert [row.id for row in sound] == [frieda.membership]
    assert acting(sound, lea) is None
    nobody = MembershipFact(lea.membership, lea.staff, lea.unit, lea.role, active=False)
    assert acting_fact(None, lea) == nobody
    assert acting_fact(acting(sound, frieda), frieda).active
    assert [alarm.row for alarm in work.alarms] == [lea.membership]
    work.abandon()
