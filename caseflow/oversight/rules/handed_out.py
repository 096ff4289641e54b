"""Who printed or exported very much in a day."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.review_rules import Rule

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

_OUT = frozenset(
    {
        Act.CLIENT_EXPORT,
        Act.CARD_PRINT,
        Act.DISCLOSURE_MAKE,
        Act.DISCLOSURE_PRINT,
        Act.REPORT_RELEASE,
    }
)


class HandedOut:
    """Counts by staff member, unit and day."""

    rule = Rule.HANDED_OUT

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._found: defaultdict[tuple[UUID, UUID, date], Entries] = defaultdict(Entries)

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        if entry.permitted and entry.act in _OUT:
            day = self._setting.day(entry.at)
            self._found[entry.staff, entry.unit, day].add(entry.position)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        for (staff, unit, day), entries in self._found.items():
            if entries.count > self._setting.rules.handed_out_a_day:
                yield hit(self.rule, (staff, unit), entries, day=day)
