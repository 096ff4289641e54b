"""Who opens what she has just searched for far oftener than her colleagues."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from caseflow.oversight.rules.peers import median_of_unit
from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.review_rules import Rule

if TYPE_CHECKING:
    from uuid import UUID


class SearchThenOpen:
    """Counts by staff member and unit, and compares with the median of the unit."""

    rule = Rule.SEARCH_THEN_OPEN

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._soon = timedelta(minutes=setting.rules.search_minutes)
        self._searched: dict[tuple[UUID, str], datetime] = {}
        self._found: defaultdict[tuple[UUID, UUID], Entries] = defaultdict(Entries)

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        session = entry.staff, entry.session
        if entry.act == Act.CLIENT_SEARCH:
            self._searched[session] = entry.at
        elif entry.opened:
            found = self._found[entry.staff, entry.unit]
            searched = self._searched.pop(session, None)
            if searched is not None and entry.at - searched <= self._soon:
                found.add(entry.position)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        rules = self._setting.rules
        counts = {who: entries.count for who, entries in self._found.items()}
        for who, entries in self._found.items():
            median = median_of_unit(counts, who)
            if entries.count >= max(rules.searched_least, rules.searched_times * median + 1):
                yield hit(self.rule, who, entries, median=median)
