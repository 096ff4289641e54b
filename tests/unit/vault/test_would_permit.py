from caseflow.vault.permit import Ask
from caseflow.vault.would_permit import would_permit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.records.desk_work import do, log


def test_it_is_said_without_a_trace(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    before = len(log(house))
    assert do(house, berta, would_permit, Ask(Act.STORY_READ, known.id))
    assert not do(house, berta, would_permit, Ask(Act.STORY_READ, new_id()))
    assert len(log(house)) == before
