from datetime import timedelta

from caseflow.exceptions import list_emergencies, review_emergency
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest


def test_the_officer_sees_what_waits_the_longest_first(house: House, clock: StoppedClock) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    known = new_client(house, frieda)
    ids = []
    for _ in range(3):
        ids.append(declared(house, frieda, known, "health").id)
        clock.advance(timedelta(minutes=1))
    work = house.work(olga)
    assert review_emergency(work, olga, ids[0], "justified", "") == Done(None)
    work.finish()
    answer = list_emergencies(house.work(olga), olga)
    assert isinstance(answer, Disclosed)
    assert [view.id for view in answer.value] == ids[1:]
    told = newest(house, Act.LOG_READ)
    assert (told["clients"], told["details"]) == ([str(known.id)], {"emergencies": "2"})
    with_reviewed = list_emergencies(house.work(olga), olga, reviewed=True)
    assert isinstance(with_reviewed, Disclosed)
    assert [view.id for view in with_reviewed.value] == [*ids[1:], ids[0]]


def test_nobody_else_does_and_the_try_is_traced(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    assert list_emergencies(house.work(lea), lea) == Refused(Reason.NOT_YOUR_ROLE)
    assert newest(house, Act.LOG_READ)["decision"] == "refused"
