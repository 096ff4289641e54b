from caseflow.consents.received import show_received
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.consents.received.received import waiting
from tests.unit.vault.reading import newest


def test_it_is_shown_with_its_trace(house: House) -> None:
    there = waiting(house)
    answer = show_received(house.work(there.berta), there.berta, there.id)
    assert isinstance(answer, Disclosed)
    assert (answer.value.client, answer.value.offer.from_units) == (
        there.known.id,
        frozenset({there.berta.unit}),
    )
    assert newest(house, Act.CONSENT_READ)["details"] == {"received": str(there.id)}


def test_what_was_never_sent_here_is_not_shown(house: House) -> None:
    there = waiting(house)
    assert show_received(house.work(there.frieda), there.frieda, there.id) == Refused()
    assert show_received(house.work(there.berta), there.berta, new_id()) == Refused()
