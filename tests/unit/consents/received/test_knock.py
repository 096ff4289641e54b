from caseflow.consents.received import knock_at_received
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.consents.received.received import waiting


def test_only_what_the_unit_received_is_open(house: House) -> None:
    there = waiting(house)
    work = house.work(there.berta)
    assert knock_at_received(work, there.berta, there.id) is None
    assert knock_at_received(work, there.berta, there.id, again=True) is None
    assert knock_at_received(work, there.berta, new_id()) == Refused()
    work.finish()
    work = house.work(there.frieda)
    assert knock_at_received(work, there.frieda, there.id) == Refused()
    work.finish()
