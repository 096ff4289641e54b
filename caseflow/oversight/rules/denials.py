"""Who was turned away again and again: in a row, or often in a day whatever was permitted between.

A permitted look ends a row and says nothing about the refusals: whoever tries out what is open to
her puts one of her own clients in between.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.review_rules import Rule
from caseflow.vocabulary.sights import SEEING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(slots=True)
class _Row:
    """Refusals with nothing permitted in between, and the days on which they were."""

    entries: Entries = field(default_factory=Entries)
    days: "set[date]" = field(default_factory=set)


class Denials:
    """Counts rows of refusals by staff member and unit, and all refusals of each day."""

    rule = Rule.DENIALS

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._row: defaultdict[tuple[UUID, UUID], _Row] = defaultdict(_Row)
        self._found: list[tuple[tuple[UUID, UUID], Entries]] = []
        self._days: defaultdict[tuple[UUID, UUID, date], Entries] = defaultdict(Entries)
        self._told: set[tuple[UUID, UUID, date]] = set()

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        who = entry.staff, entry.unit
        if not entry.permitted:
            day = self._setting.day(entry.at)
            row = self._row[who]
            row.entries.add(entry.position)
            row.days.add(day)
            self._days[(*who, day)].add(entry.position)
        elif entry.act in SEEING:
            self._end(who)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found; a day of which a row has told already says nothing new."""
        for who in list(self._row):
            self._end(who)
        for who, entries in self._found:
            yield hit(self.rule, who, entries)
        for (staff, unit, day), entries in self._days.items():
            often = entries.count >= self._setting.rules.denials_a_day
            if often and (staff, unit, day) not in self._told:
                yield hit(self.rule, (staff, unit), entries, when="day", day=day)

    def _end(self, who: "tuple[UUID, UUID]") -> None:
        row = self._row.pop(who, None)
        if row is not None and row.entries.count >= self._setting.rules.denials_in_a_row:
            self._found.append((who, row.entries))
            self._told |= {(*who, day) for day in row.days}
