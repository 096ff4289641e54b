from uuid import UUID, uuid4

from caseflow.records import knock_at_sight
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.unit.records.desk_work import log, traces


def _looked(house: House, actor: Actor, row: UUID, *, again: bool = False) -> Refused | None:
    work = house.work(actor)
    answer = knock_at_sight(work, actor, row, again=again)
    work.finish()
    return answer


def test_an_entry_in_an_open_drawer_may_be_looked_at_whosever_it_is(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    shared, closed = write(house, berta, known, entry("x", "family"), entry("x", "violence"))
    consented(house, berta, known, [frieda.unit], ["family"])
    case_at(house, frieda, known)
    before = len(log(house))
    for actor in (berta, frieda):
        assert _looked(house, actor, shared) is None
    assert len(log(house)) == before
    for row in (closed, uuid4()):
        assert _looked(house, frieda, row) == Refused()
    assert [each["decision"] for each in traces(house, Act.ENTRY_READ)] == ["refused"] * 2
    assert _looked(house, frieda, shared, again=True) is None
    assert traces(house, Act.ENTRY_READ)[-1]["details"] == {"again": "yes"}
