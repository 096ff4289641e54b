from datetime import timedelta

from caseflow.exceptions import list_exceptions
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House, StoppedClock
from tests.factories.lawful import ended, excepted, ground
from tests.unit.vault.reading import newest


def test_a_unit_sees_its_own_the_newest_first(
    house: House, shared: Known, clock: StoppedClock
) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "beratung")
    asked = ground([house.units["beratung"]], "violence")
    first = excepted(house, frieda, shared, asked)
    ended(house, frieda, first)
    clock.advance(timedelta(hours=1))
    second = excepted(house, frieda, shared, asked)
    answer = list_exceptions(house.work(frieda), frieda, shared.id)
    assert isinstance(answer, Disclosed)
    assert [each.id for each in answer.value] == [second, first]
    assert newest(house, Act.EXCEPTION_READ)["details"] == {"exceptions": "2"}
    assert list_exceptions(house.work(lea), lea, shared.id) == Disclosed(())


def test_who_does_not_know_her_sees_nothing(house: House, shared: Known) -> None:
    wanda = house.actor("wanda", "wohnen")
    assert list_exceptions(house.work(wanda), wanda, shared.id) == Refused(Reason.NOT_OPEN)
