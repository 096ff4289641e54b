"""Look into one's own calendar: the hours with clients of the acting unit that lie ahead."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.records.appointment_of import Hours, hours_of
from caseflow.records.appointments.overlaps import overlapping
from caseflow.records.own_unit import today
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.own_calendar import Booked, open_calendar
from caseflow.vault.shown_clients import Shown, shown_clients
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.clock import end_of_day, start_of_day
from caseflow.vocabulary.errors import BrokenKey

WEEK, WEEKS = 7, 8  # days after today that are looked at; weeks that leave in a file


@dataclass(frozen=True, slots=True)
class OwnHour:
    """An appointment of one's own: when, with whom, and whether another one takes the same time."""

    id: UUID
    client: UUID
    hours: Hours
    version: int
    recorded_at: datetime
    overlaps: bool
    shown: Shown | None = None  # code and name; none where nobody is named


def hours_ahead(work: Work, actor: Actor) -> Disclosed[tuple[OwnHour, ...]] | Refused:
    """Return those of today and the next seven days, each with her client's name or code.

    What is off is left out. Who is named is a trace of its own, behind that of the look.
    """
    answer = _hours(work, actor, WEEK, file=False)
    if isinstance(answer, Refused):
        return answer
    found = [each for each in answer.value if not each.hours.is_off]
    shown = shown_clients(work, actor, {each.client for each in found}) if found else {}
    named = (replace(each, shown=shown.get(each.client)) for each in found)
    return Disclosed(tuple(each for each in named if each.shown is not None))


def weeks_for_file(work: Work, actor: Actor) -> Disclosed[tuple[OwnHour, ...]] | Refused:
    """Return those of the coming weeks, cancelled ones too, to leave in a file; nobody is named."""
    return _hours(work, actor, WEEKS * WEEK, file=True)


def shared_hours(work: Work, actor: Actor) -> frozenset[UUID]:
    """Return which of her own appointments share time with another; nothing where none is hers."""
    answer = _hours(work, actor, None, file=False)
    found = () if isinstance(answer, Refused) else answer.value
    return frozenset(each.id for each in found if each.overlaps)


def _hours(
    work: Work, actor: Actor, days: int | None, *, file: bool
) -> Disclosed[tuple[OwnHour, ...]] | Refused:
    answer = open_calendar(work, actor, {"file": "yes"} if file else {})
    if isinstance(answer, Refused):
        return answer
    read = _read(work, actor, answer.value)
    shared = overlapping([(each.piece.row.id, hours) for each, hours in read])
    day, zone = today(work), work.configuration.zone
    since = start_of_day(day, zone)
    until = None if days is None else end_of_day(day + timedelta(days=days), zone)
    found = [
        _own(each, hours, shared)
        for each, hours in read
        if hours.ends > since and (until is None or hours.starts < until)
    ]
    return Disclosed(tuple(sorted(found, key=lambda each: (each.hours.starts, each.id))))


def _read(work: Work, actor: Actor, booked: tuple[Booked, ...]) -> list[tuple[Booked, Hours]]:
    """Return the hours; one that does not open becomes an alarm, and the others stay."""
    read, damaged = [], []
    for each in booked:
        try:
            read.append((each, hours_of(each.piece)))
        except BrokenKey:
            damaged.append(Alarm.of_key(Appointment.__tablename__, each.piece.row.id))
    raise_alarms(work, actor, damaged)
    return read


def _own(booked: Booked, hours: Hours, shared: frozenset[UUID]) -> OwnHour:
    row = booked.piece.row
    return OwnHour(row.id, booked.client, hours, row.version, row.recorded_at, row.id in shared)
