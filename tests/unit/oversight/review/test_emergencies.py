from datetime import timedelta

from sqlalchemy import update

from caseflow.audit.heads import SignedHead
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.oversight.review.emergencies import Emergencies, look_at_emergencies
from caseflow.oversight.review.periods import Period
from tests.factories.clients import new_client
from tests.factories.emergencies import declared
from tests.factories.house import House


def test_whatever_is_written_into_a_row_it_is_counted(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    declared(house, frieda, new_client(house, frieda), "health")
    now = house.around.clock.now()

    def looked(days: int = 0) -> Emergencies:
        head = SignedHead(1, b"", "", now + timedelta(days=days))
        work = house.work(olga)
        found = look_at_emergencies(work, olga, Period(None, 0, head, grown=True))
        work.abandon()
        return found

    assert looked() == Emergencies(waiting=1, damaged=0)
    assert looked(-1) == Emergencies(waiting=0, damaged=0)
    with house.engine.begin() as connection:
        connection.execute(update(EmergencyAccess).values(finding="justified"))
    assert looked() == Emergencies(waiting=0, damaged=1)
