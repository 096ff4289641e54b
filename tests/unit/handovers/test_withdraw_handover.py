import pytest

from caseflow.handovers import Direction, withdraw_handover
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.clients import consented, new_client
from tests.factories.handovers import accepted, answered, listed, sent
from tests.factories.house import House
from tests.unit.vault.reading import newest


@pytest.mark.parametrize("carried", [True, False])
def test_the_giver_takes_it_back(house: House, carried: bool) -> None:  # noqa: FBT001 - a parameter
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"]) if carried else None
    handover = sent(house, berta, known, "frauenhaus", consent)
    work = house.work(berta)
    assert withdraw_handover(work, berta, handover) == Done(handover)
    work.finish()
    [view] = listed(house, frieda, Direction.IN)
    assert (view.state, view.client, view.decided_by) == ("withdrawn", None, berta.staff)
    told = newest(house, Act.HANDOVER_WITHDRAW)
    assert told["client"] == str(known.id)
    assert {basis["kind"] for basis in told["bases"]} == {"membership", "own_unit"}
    assert answered(house, frieda, handover) == Refused(Reason.TOO_LATE)


def test_the_receiver_takes_nothing_back(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    handover = sent(house, berta, new_client(house, berta), "frauenhaus")
    answer = withdraw_handover(house.work(frieda), frieda, handover)
    assert answer == Refused(Reason.NOT_OPEN)


def test_what_is_accepted_stays_accepted(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    handover = sent(house, berta, new_client(house, berta), "frauenhaus")
    accepted(house, frieda, handover)
    work = house.work(berta)
    assert withdraw_handover(work, berta, handover) == Refused(Reason.TOO_LATE)
    work.finish()
    assert listed(house, berta, Direction.OUT)[0].state == "accepted"
