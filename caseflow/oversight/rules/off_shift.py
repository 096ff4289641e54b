"""Who opened something outside the hours of her unit, or on a public holiday."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.review_rules import WEEKDAYS, Rule

if TYPE_CHECKING:
    from uuid import UUID


class OffShift:
    """Counts by staff member and unit."""

    rule = Rule.OFF_SHIFT

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._found: defaultdict[tuple[UUID, UUID], Entries] = defaultdict(Entries)

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        always = self._setting.rules.round_the_clock
        closes = self._setting.kinds.get(entry.unit) not in always
        if entry.opened and closes and not self._expected(entry.at):
            self._found[entry.staff, entry.unit].add(entry.position)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        for who, entries in self._found.items():
            yield hit(self.rule, who, entries)

    def _expected(self, at: datetime) -> bool:
        rules, local = self._setting.rules, at.astimezone(self._setting.zone)
        hours = rules.hours.get(WEEKDAYS[local.weekday()])
        if hours is None or local.date() in rules.holidays:
            return False
        return hours[0] <= local.time() < hours[1]
