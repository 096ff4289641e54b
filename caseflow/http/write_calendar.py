"""Write appointments as an iCalendar file (RFC 5545): hours under a neutral title, and no more.

Danger: the file lies on telephones, in accounts of strangers and on shared screens. It has no name,
no place, no unit, and does not say which program wrote it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

_OCTETS = 75  # of a line, without its end (3.1)
_ESCAPED = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))  # 3.3.11, in this order
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Calendar//Calendar//EN")
# A calendar has one component at least (3.6); where no hour lies ahead it says what it counts in.
_EMPTY = (
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """One appointment as a calendar outside knows it."""

    uid: str  # the same in every file
    starts: datetime
    ends: datetime
    changed: datetime
    sequence: int  # how often it was changed
    cancelled: bool


def write_calendar(events: Sequence[Event], title: str) -> bytes:
    """Return the file; each event has the same title."""
    lines = [*_HEAD, *_events(events, title), *(() if events else _EMPTY), "END:VCALENDAR"]
    return b"".join(map(folded, lines))


def folded(line: str) -> bytes:
    """Return a line with its end, cut where it is too long, and never within a character."""
    parts: list[bytes] = []
    part = b""
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > _OCTETS:
            parts.append(part)
            part = b" "  # counts among the octets of the line that it begins
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"


def escaped(text: str) -> str:
    """Return a text as the value of a property."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign, instead in _ESCAPED:
        plain = plain.replace(sign, instead)
    return "".join(sign for sign in plain if sign.isprintable())


def _events(events: Iterable[Event], title: str) -> Iterator[str]:
    for each in events:
        yield from (
            "BEGIN:VEVENT",
            f"UID:{each.uid}",
            f"DTSTAMP:{_instant(each.changed)}",
            f"DTSTART:{_instant(each.starts)}",
            f"DTEND:{_instant(each.ends)}",
            f"SEQUENCE:{each.sequence}",
            f"STATUS:{'CANCELLED' if each.cancelled else 'CONFIRMED'}",
            f"SUMMARY:{escaped(title)}",
            "CLASS:PRIVATE",
            "END:VEVENT",
        )


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
