from caseflow.exceptions import list_emergencies, nobody_to_review, show_emergency
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.officers_walls import wall_off
from tests.unit.oversight.review.signing import otto
from tests.unit.vault.reading import log


def test_behind_a_wall_an_officer_sees_no_emergency_and_another_one_reviews_it(
    house: House,
) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    known = new_client(house, frieda)
    emergency = declared(house, frieda, known, "health").id
    work = house.work(olga)
    assert nobody_to_review(work) == 0
    work.finish()
    wall_off(house, known)
    assert list_emergencies(work, olga) == Disclosed(())
    refused = show_emergency(work, olga, emergency)
    assert refused == show_emergency(work, olga, new_id()) == Refused()
    one, other = log(house)[-2:]
    assert one["act"] == other["act"] == Act.REASON_READ
    assert one.keys() == other.keys()
    assert nobody_to_review(work) == 1
    work.finish()
    second = otto(house)
    assert nobody_to_review(work) == 0
    work.finish()
    seen = list_emergencies(house.work(second), second)
    assert isinstance(seen, Disclosed)
    assert [each.id for each in seen.value] == [emergency]
