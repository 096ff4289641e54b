from caseflow.vault.permit import Ask
from caseflow.vault.would_permit import would_permit
from caseflow.vocabulary.acts import Act
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.reading import log


def test_it_is_said_without_a_use_and_without_a_trace(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    before = len(log(house))
    work = house.work()
    found = would_permit(work, berta, Ask(Act.MERGE_ANSWER, known.id))
    assert found is not None
    assert found.case is not None
    assert found.case.uses == 0
    assert would_permit(work, frieda, Ask(Act.MERGE_ANSWER, known.id)) is None
    work.finish()
    assert len(log(house)) == before
