"""Who opens far more on a day of work than her colleagues."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from caseflow.oversight.rules.peers import median_of_unit
from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.review_rules import Rule

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


class Rate:
    """Counts by staff member and unit, and compares with the median of the unit."""

    rule = Rule.RATE

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._days: defaultdict[tuple[UUID, UUID], set[date]] = defaultdict(set)
        self._found: defaultdict[tuple[UUID, UUID], Entries] = defaultdict(Entries)

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        if entry.opened:
            who = entry.staff, entry.unit
            self._days[who].add(self._setting.day(entry.at))
            self._found[who].add(entry.position)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        rules = self._setting.rules
        rates = {who: each.count / len(self._days[who]) for who, each in self._found.items()}
        for who, entries in self._found.items():
            usual, rate = median_of_unit(rates, who), rates[who]
            if usual and rate > rules.rate_times * usual and entries.count >= rules.rate_least:
                yield hit(self.rule, who, entries, rate=round(rate, 1), usual=round(usual, 1))
