from uuid import UUID

from caseflow.records.appointments.calendar_uid import calendar_uid
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_the_id_outside_stays_the_same_and_is_no_id_of_ours(house: House) -> None:
    one, other = new_id(), new_id()
    work = house.work(house.actor("berta", "beratung"))
    told = calendar_uid(work, one)
    assert told == calendar_uid(house.work(), one)
    assert UUID(told) not in {one, UUID(calendar_uid(work, other))}
