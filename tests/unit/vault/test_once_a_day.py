from datetime import timedelta

from caseflow.vault.once_a_day import tell_once_a_day
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import ReadingMark
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import log


def test_each_kind_is_told_once_of_each_client_and_day(house: House, clock: StoppedClock) -> None:
    berta, clients = house.actor("berta", "beratung"), (new_id(), new_id())
    for _ in range(2):
        for _ in range(2):
            for client in clients:
                for kind, act in (
                    (ReadingMark.KIN, Act.ALARM_KIN),
                    (ReadingMark.ADDRESS, Act.ALARM_ADDRESS),
                ):
                    work = house.work(berta)
                    tell_once_a_day(work, berta, client, kind, act)
                    work.finish()
        clock.advance(timedelta(days=1))
    told = [each for each in log(house) if each["act"] in {Act.ALARM_KIN, Act.ALARM_ADDRESS}]
    assert len(told) == 2 * 2 * 2
    assert {each["client"] for each in told} == {str(client) for client in clients}
