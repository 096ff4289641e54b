from datetime import timedelta

from caseflow.database.tables.appointments import Appointment
from caseflow.records.appointments.own_calendar import (
    OwnHour,
    hours_ahead,
    shared_hours,
    weeks_for_file,
)
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.appointments import booked, rebooked
from tests.factories.clients import new_client
from tests.factories.house import House, StoppedClock
from tests.unit.records.desk_work import create, damage, do, traces


def _ahead(house: House, actor: Actor) -> list[OwnHour]:
    answer = do(house, actor, hours_ahead)
    assert isinstance(answer, Disclosed)
    return list(answer.value)


def test_today_and_the_next_seven_days_with_names_each_sight_traced(
    house: House, clock: StoppedClock
) -> None:
    berta = house.actor("berta", "beratung")
    assert _ahead(house, berta) == []
    assert traces(house, Act.CALENDAR_READ) == []
    amal, nameless = new_client(house, berta, "Amal"), create(house, berta)
    last = booked(house, berta, nameless, day="9.3.2026", time="23:59")
    booked(house, berta, nameless, day="10.3.2026", time="0:00")
    off = booked(house, berta, amal, day="3.3.2026")
    rebooked(house, berta, off, state="cancelled")
    now = booked(house, berta, amal, day="2.3.2026", time="8")
    rebooked(house, berta, now, state="came")
    found = _ahead(house, berta)
    assert [(each.id, each.hours.state) for each in found] == [(now, "came"), (last, "planned")]
    names = [(each.shown.name, each.shown.code) for each in found if each.shown]
    assert names == [("Amal", amal.code), ("", nameless.code)]
    told = traces(house, Act.CALENDAR_READ)[-1]
    assert told["fields"] == [f"appointments.{each}" for each in ("starts", "minutes", "state")]
    assert (len(told["drawers"]), "clients" in told) == (2, False)
    shown = traces(house, Act.CLIENT_SHOWN)[-1]
    assert shown["clients"] == sorted([str(amal.id), str(nameless.id)])
    clock.advance(timedelta(days=1))
    assert now not in {each.id for each in _ahead(house, berta)}


def test_the_weeks_for_a_file_name_nobody_and_tell_what_is_off(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    off = booked(house, berta, known, day="27.4.2026")
    rebooked(house, berta, off, state="cancelled")
    booked(house, berta, known, day="28.4.2026")
    answer = do(house, berta, weeks_for_file)
    assert isinstance(answer, Disclosed)
    assert [(each.id, each.shown) for each in answer.value] == [(off, None)]
    told = traces(house, Act.CALENDAR_READ)[-1]
    assert (told["details"], told["clients"]) == ({"file": "yes"}, [str(known.id)])
    assert traces(house, Act.CLIENT_SHOWN) == []


def test_two_at_one_hour_are_said(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known, other = create(house, berta), create(house, berta)
    one, two = booked(house, berta, known), booked(house, berta, other, time="15:00")
    booked(house, berta, other, time="16:00")
    assert do(house, berta, shared_hours) == {one, two}
    assert [each.overlaps for each in _ahead(house, berta)] == [True, True, False]
    damage(house, Appointment, "starts")
    assert do(house, berta, shared_hours) == frozenset()
    assert traces(house, Act.ALARM_KEY)
