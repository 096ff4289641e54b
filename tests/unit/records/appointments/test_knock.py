from caseflow.records.appointments.knock import knock_at_appointment, knock_at_sight
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.appointments import booked
from tests.factories.house import House
from tests.unit.records.desk_work import do, shared, traces


def test_only_an_open_one_lets_in_and_only_an_own_one_is_changed(house: House) -> None:
    known, berta, frieda = shared(house, "finances")
    made, closed = booked(house, berta, known), booked(house, berta, known, "health")
    before = len(traces(house, Act.APPOINTMENT_WRITE))
    assert do(house, berta, knock_at_appointment, made) is None
    assert len(traces(house, Act.APPOINTMENT_WRITE)) == before
    assert do(house, frieda, knock_at_sight, made) is None
    wanda = house.actor("wanda", "wohnen")
    for who, verb, which in (
        (frieda, knock_at_appointment, made),
        (frieda, knock_at_sight, closed),
        (wanda, knock_at_appointment, made),
        (wanda, knock_at_sight, made),
        (berta, knock_at_appointment, new_id()),
        (berta, knock_at_sight, new_id()),
    ):
        assert do(house, who, verb, which) == Refused()
    assert do(house, frieda, knock_at_sight, made, again=True) is None
    assert traces(house, Act.APPOINTMENT_READ)[-1]["details"] == {"again": "yes"}
