from caseflow.exceptions import list_waiting
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.lawful import answered, excepted, ground
from tests.unit.vault.reading import newest


def test_it_waits_until_somebody_answers(house: House, shared: Known) -> None:
    lea = house.actor("lea", "beratung")
    asked = ground([house.units["beratung"]], "violence")
    made = excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)
    answer = list_waiting(house.work(lea), lea)
    assert isinstance(answer, Disclosed)
    assert [each.id for each in answer.value] == [made]
    assert newest(house, Act.EXCEPTION_READ)["clients"] == [str(shared.id)]
    answered(house, house.actor("olga", "datenschutz"), made)
    assert list_waiting(house.work(lea), lea) == Disclosed(())


def test_who_is_no_second_person_is_told_nothing(house: House) -> None:
    ida, berta = house.actor("ida", "wohnen"), house.actor("berta", "beratung")
    assert list_waiting(house.work(ida), ida) == Refused(Reason.NOT_YOUR_ROLE)
    assert list_waiting(house.work(berta), berta) == Disclosed(())
