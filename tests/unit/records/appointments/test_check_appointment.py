from datetime import date
from zoneinfo import ZoneInfo

import pytest

from caseflow.records.appointments.check_appointment import Around, check_appointment
from caseflow.vocabulary.safe_contact import Bar, Standing, Way, Ways

WAYS = Ways(
    tuple(Standing(way, frozenset({Bar.FORBIDDEN} if way is Way.SMS else ())) for way in Way)
)
TODAY = date(2026, 3, 2)
AROUND = Around(TODAY, ZoneInfo("Europe/Berlin"), WAYS, earliest=TODAY)


def _problems(around: Around = AROUND, /, **typed: str) -> set[tuple[str, str]]:
    fields, problems = check_appointment(typed, around)
    assert not {each.field for each in problems} & fields.keys()
    return {(each.field, each.code) for each in problems}


def test_the_whole_of_it_is_sealed_in_one_form() -> None:
    typed = {
        "day": "4.3.2026",
        "time": "14.30",
        "minutes": " 045 ",
        "title": " Antrag ",
        "place": "",
        "reminder": "phone",
        "state": "missed",
    }
    assert check_appointment(typed, AROUND) == (
        {
            "starts": "2026-03-04T13:30:00.000000Z",
            "minutes": "45",
            "title": "Antrag",
            "place": "",
            "reminder": "phone",
            "state": "missed",
        },
        [],
    )


def test_what_was_not_typed_stays_as_it_is() -> None:
    assert check_appointment({}, AROUND) == ({}, [])
    assert check_appointment({"which": "first"}, AROUND) == ({}, [])
    assert check_appointment({"reminder": ""}, AROUND) == ({"reminder": ""}, [])


def test_a_program_says_an_instant() -> None:
    fields, _ = check_appointment({"starts_at": "2026-03-04T14:30:12+01:00"}, AROUND)
    assert fields == {"starts": "2026-03-04T13:30:00.000000Z"}
    for wrong in ("2026-03-04T14:30:00", "morgen", "0001-01-01T00:00:00+23:00"):
        assert _problems(starts_at=wrong) == {("starts_at", "not_an_instant")}
    assert _problems(starts_at="2026-03-01T22:59:00Z") == {("starts_at", "day_is_over")}


@pytest.mark.parametrize("year", ["0001", "0020", "1899", "2200", "9999"])
def test_a_year_that_could_not_be_read_again_is_never_sealed(year: str) -> None:
    anytime = Around(TODAY, ZoneInfo("America/New_York"))
    for around in (anytime, Around(TODAY, ZoneInfo("Asia/Tokyo"))):
        wrong = _problems(around, starts_at=f"{year}-12-31T23:59:00Z")
        assert wrong == {("starts_at", "year_out_of_range")}
        assert _problems(around, starts_at=f"{year}-01-01T00:00:00Z") == wrong


def test_what_has_passed_may_be_put_right_and_not_made() -> None:
    past = {"day": "1.3.2026", "time": "9"}
    assert _problems(AROUND, **past) == {("day", "day_is_over")}
    assert _problems(Around(TODAY, AROUND.zone), **past) == set()
    assert _problems(day="2.3.2026", time="0:00") == set()


def test_no_calendar_reaches_farther_than_a_year() -> None:
    assert _problems(day="3.3.2027", time="9") == set()
    assert _problems(day="4.3.2027", time="9") == {("day", "too_far_ahead")}


@pytest.mark.parametrize("text", ["", "4", "721", "-5", "½", "45.5", "99999", "٤٥"])
def test_a_length_that_is_none(text: str) -> None:
    assert _problems(minutes=text) == {("minutes", "minutes_between")}


def test_from_five_minutes_to_twelve_hours() -> None:
    assert _problems(minutes="5") | _problems(minutes="720") == set()


def test_everything_wrong_is_named_at_once() -> None:
    wrong = {
        "day": "x",
        "minutes": "x",
        "title": "",
        "reminder": "pigeon",
        "state": "x",
        "more": "",
    }
    assert _problems(AROUND, **wrong) == {
        ("day", "not_a_date"),
        ("time", "required"),
        ("minutes", "minutes_between"),
        ("title", "required"),
        ("reminder", "not_a_choice"),
        ("state", "no_such_option"),
        ("more", "no_such_field"),
    }


def test_nobody_is_reminded_by_a_way_that_is_closed_or_not_known() -> None:
    assert _problems(reminder="sms") == {("reminder", "way_closed")}
    assert _problems(Around(TODAY, AROUND.zone), reminder="phone") == {("reminder", "way_closed")}
    assert _problems(reminder="in_person") == {("reminder", "not_a_choice")}
    assert _problems(place="x" * 501) == {("place", "too_long")}
