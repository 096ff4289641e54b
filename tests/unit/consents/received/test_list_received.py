from caseflow.consents.received import list_received
from caseflow.vocabulary.answers import Disclosed, Refused
from tests.factories.house import House
from tests.unit.consents.received.received import waiting


def test_the_unit_that_received_it_sees_it_and_no_other(house: House) -> None:
    there = waiting(house)
    work = house.work(there.berta)
    answer = list_received(work, there.berta, there.known.id)
    assert isinstance(answer, Disclosed)
    (found,) = answer.value
    assert (found.id, found.state, found.consent) == (there.id, "waiting", None)
    work = house.work(there.frieda)
    assert list_received(work, there.frieda, there.known.id) == Disclosed(())


def test_nobody_sees_it_of_a_client_who_is_not_hers(house: House) -> None:
    there = waiting(house)
    ida = house.actor("ida", "wohnen")
    assert list_received(house.work(ida), ida, there.known.id) == Refused()
