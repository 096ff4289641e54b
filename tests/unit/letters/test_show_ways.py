from caseflow.letters import show_ways, ways_known, ways_of_nobody
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.safe_contact import Way
from tests.factories.clients import case_at
from tests.factories.house import House
from tests.factories.letters import lets_write
from tests.unit.records.desk_work import create, do


def test_whoever_may_read_her_answers_sees_the_ways(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    lets_write(house, berta, known)
    answer = do(house, berta, show_ways, known.id)
    assert isinstance(answer, Disclosed)
    assert answer.value == do(house, berta, ways_known, known.id)
    assert answer.value.of(Way.EMAIL).open
    assert do(house, frieda, show_ways, known.id) == Refused(Reason.NOT_OPEN)
    assert do(house, frieda, ways_known, known.id) == ways_of_nobody()
    case_at(house, frieda, known)
    assert do(house, frieda, show_ways, known.id) == Disclosed(ways_of_nobody())
