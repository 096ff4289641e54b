"""Show the officers what falls due when: counts by month, class and unit, and never whose it is."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.find_due import find_kept, is_due, kept_for_her
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.clock import local_day


@dataclass(frozen=True, slots=True, order=True)
class CalendarLine:
    """How many of a class and unit fall due in a month."""

    month: date  # its first day
    rule: str
    unit: str  # its id; empty for none
    count: int
    held: int  # of these, kept back


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is due now, and what falls due later."""

    due: int
    lines: tuple[CalendarLine, ...]


def show_calendar(work: Work, actor: Actor) -> Disclosed[Calendar] | Refused:
    """Return it, the next month first."""
    given = permit_member(work, actor, Act.RETENTION_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    kept = kept_for_her(work, actor, find_kept(work))
    zone = work.configuration.zone
    keys = [
        (local_day(each.over, zone).replace(day=1), each.rule, _named(each.unit)) for each in kept
    ]
    held = Counter(key for key, each in zip(keys, kept, strict=True) if each.held)
    lines = tuple(CalendarLine(*key, count, held[key]) for key, count in Counter(keys).items())
    due = sum(is_due(work, each) for each in kept)
    trace(work, given, Deeds(details={"kept": str(len(kept)), "due": str(due)}))
    work.finish()
    return Disclosed(Calendar(due, tuple(sorted(lines))))


def _named(unit: UUID | None) -> str:
    return "" if unit is None else str(unit)
