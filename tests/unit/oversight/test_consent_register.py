from caseflow.oversight import consent_register
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.states import ConsentState
from tests.factories.clients import consented, new_client, withdrawn
from tests.factories.house import House


def test_consents_are_counted_by_state_unit_and_text(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    shelter = house.units["frauenhaus"]
    known = new_client(house, berta)
    for _ in range(2):
        consented(house, berta, known, [shelter], ["violence"])
    withdrawn(house, berta, known, consented(house, berta, known, [shelter], ["health"]))
    answer = consent_register(house.work(olga), olga)
    assert isinstance(answer, Disclosed)
    counts = {(each.state, each.unit, each.to_units): each.count for each in answer.value}
    assert counts == {
        (ConsentState.ACTIVE, berta.unit, (shelter,)): 2,
        (ConsentState.WITHDRAWN, berta.unit, (shelter,)): 1,
    }
    assert str(known.id) not in str(answer.value)
    assert isinstance(consent_register(house.work(berta), berta), Refused)
