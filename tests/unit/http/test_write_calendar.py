from datetime import UTC, datetime

import pytest

from caseflow.http.write_calendar import Event, escaped, folded, write_calendar

AT = datetime(2026, 3, 4, 13, 30, tzinfo=UTC)
ONE = Event("1b3c", AT, AT.replace(hour=14), AT.replace(month=3, day=2), 2, cancelled=False)


# RFC 5545, 3.8.1.7 and 3.3.11: what stands there as a text, and how it is written.
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Conference Room - F123, Bldg. 002", "Conference Room - F123\\, Bldg. 002"),
        (
            "Project XYZ Final Review\nConference Room - 3B\r\nCome Prepared.",
            "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.",
        ),
        ("a;b\\c", "a\\;b\\\\c"),
        ("x\x00\x1b\u2028y", "xy"),
    ],
)
def test_a_text_is_escaped_as_the_standard_says(text: str, value: str) -> None:
    assert escaped(text) == value


def test_a_long_line_is_cut_at_75_octets_and_joins_again() -> None:
    line = "DESCRIPTION:This is a long description that exists on a long line." + "x" * 90
    parts = folded(line).split(b"\r\n")
    assert [len(each) for each in parts] == [75, 75, 8, 0]
    assert [each[:1] for each in parts[1:-1]] == [b" ", b" "]
    assert folded(line).replace(b"\r\n ", b"") == line.encode() + b"\r\n"
    assert folded("x" * 75) == b"x" * 75 + b"\r\n"


def test_it_is_never_cut_within_a_character() -> None:
    line = "SUMMARY:" + "ü€😀" * 40
    parts = folded(line)[:-2].split(b"\r\n")
    assert all(len(each) <= 75 and each.decode() for each in parts)
    assert b"".join([parts[0], *(each[1:] for each in parts[1:])]).decode() == line


def test_the_file_holds_hours_and_nothing_that_gives_her_away() -> None:
    file = write_calendar([ONE, Event("9f", AT, AT, AT, 0, cancelled=True)], "Termin")
    assert file.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Calendar//Calendar//EN",
        "BEGIN:VEVENT",
        "UID:1b3c",
        "DTSTAMP:20260302T133000Z",
        "DTSTART:20260304T133000Z",
        "DTEND:20260304T143000Z",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "SUMMARY:Termin",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:9f",
        "DTSTAMP:20260304T133000Z",
        "DTSTART:20260304T133000Z",
        "DTEND:20260304T133000Z",
        "SEQUENCE:0",
        "STATUS:CANCELLED",
        "SUMMARY:Termin",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_without_an_hour_it_is_a_calendar_all_the_same() -> None:
    lines = write_calendar([], "Termin").decode().split("\r\n")
    assert (lines[3], lines[-3:]) == ("BEGIN:VTIMEZONE", ["END:VTIMEZONE", "END:VCALENDAR", ""])
