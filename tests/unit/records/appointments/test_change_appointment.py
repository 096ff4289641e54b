from caseflow.records.appointments.change_appointment import AppointmentChange, change_appointment
from caseflow.vocabulary.answers import Conflict, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.appointments import booked, rebooked
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, problems, shared, story


def test_what_was_typed_is_written_anew_and_the_rest_stays(house: House) -> None:
    known, berta, _ = shared(house)
    made = booked(house, berta, known)
    assert rebooked(house, berta, made, state="missed") == 2
    assert rebooked(house, berta, made, 2, day="1.3.2026", time="9:00") == 3
    (told,) = story(house, berta, known).appointments
    assert (told.state, told.place) == ("missed", "Café am Markt")
    assert told.starts.isoformat() == "2026-03-01T08:00:00+00:00"
    assert (told.ends - told.starts).seconds == 45 * 60
    stale = do(house, berta, change_appointment, made, AppointmentChange(1, {"title": "x"}))
    assert stale == Conflict(3)
    wrong = AppointmentChange(3, {"title": "", "reminder": "phone"})
    answer = do(house, berta, change_appointment, made, wrong)
    assert problems(answer) == {("title", "required"), ("reminder", "way_closed")}


def test_whoever_takes_it_over_meets_her(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = create(house, berta)
    made = booked(house, berta, known)
    rebooked(house, lea, made, minutes="30")
    (told,) = story(house, lea, known).appointments
    assert (told.with_whom, told.origin.author) == ("Berta", "Lea")
    done(do(house, lea, change_appointment, made, AppointmentChange(2, {}, take_over=True)))
    (told,) = story(house, berta, known).appointments
    assert told.with_whom == "Lea"


def test_another_units_another_clients_and_nobodys_are_not_there(house: House) -> None:
    known, berta, frieda = shared(house, "finances")
    made, other = booked(house, berta, known), create(house, berta)
    for typed in ({"state": "came"}, {"reminder": "phone"}):
        change = AppointmentChange(1, typed)
        for who, of in ((frieda, None), (berta, other.id)):
            answer = do(house, who, change_appointment, made, change, of)
            assert answer == Refused(Reason.NOT_OPEN)
        nobody = do(house, berta, change_appointment, new_id(), change)
        assert nobody == Refused(Reason.NOT_OPEN)
