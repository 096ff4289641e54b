from caseflow.database.tables.appointments import Appointment
from caseflow.records.appointments.read_appointments import (
    list_appointments,
    read_appointment,
    read_for_file,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.appointments import booked
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, do, shared, traces


def test_all_are_listed_by_the_hour_and_one_is_read_alone(house: House) -> None:
    known, berta, frieda = shared(house, "finances")
    later, sooner = booked(house, berta, known), booked(house, berta, known, time="9")
    closed = booked(house, berta, known, "health")
    answer = do(house, frieda, list_appointments, known.id)
    assert isinstance(answer, Disclosed)
    assert [each.origin.id for each in answer.value.items] == [sooner, later]
    one = do(house, frieda, read_for_file, later)
    assert isinstance(one, Disclosed)
    assert one.value.origin.id == later
    told = traces(house, Act.APPOINTMENT_READ)[-1]
    assert told["details"] == {"appointment": str(later), "file": "yes"}
    assert [each["category"] for each in told["drawers"]] == ["finances"]
    assert do(house, frieda, read_appointment, closed) == Refused()
    other = create(house, berta)
    assert do(house, berta, read_appointment, later, of=other.id) == Refused(Reason.NOT_OPEN)
    wanda = house.actor("wanda", "wohnen")
    assert do(house, wanda, list_appointments, known.id) == Refused(Reason.NOT_OPEN)
    assert do(house, wanda, read_appointment, later) == Refused(Reason.NOT_OPEN)


def test_a_damaged_one_is_named_in_the_list_and_is_not_there_alone(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    made = booked(house, berta, known)
    damage(house, Appointment, "starts")
    answer = do(house, berta, list_appointments, known.id)
    assert isinstance(answer, Disclosed)
    assert (answer.value.items, [each.id for each in answer.value.damaged]) == ((), [made])
    assert do(house, berta, read_appointment, made) == Refused()
    assert len(traces(house, Act.ALARM_KEY)) == 2
