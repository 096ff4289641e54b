"""Whose account was used after she left a unit, and who opened unusually many before she left."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.review_rules import Rule

_GOING = frozenset({Act.MEMBER_END, Act.LOGOUT})  # she ends it herself, and closes the door


class Leaver:
    """Counts by staff member and unit, of those alone whose membership has ended."""

    rule = Rule.LEAVER

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._after: defaultdict[tuple[UUID, UUID], Entries] = defaultdict(Entries)
        self._before: defaultdict[tuple[UUID, UUID], Entries] = defaultdict(Entries)
        self._clients: dict[tuple[UUID, UUID], dict[date, set[UUID]]] = {}

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        who = entry.staff, entry.unit
        left = self._setting.left.get(who)
        if left is None or not entry.permitted:
            return
        if entry.at >= left and entry.act not in _GOING:
            self._after[who].add(entry.position)
        elif entry.at < left and entry.opened and entry.client is not None:
            days = self._clients.setdefault(who, {})
            days.setdefault(self._setting.day(entry.at), set()).add(entry.client)
            if entry.at >= left - self._last:
                self._before[who].add(entry.position)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        for who, entries in self._after.items():
            yield hit(self.rule, who, entries, when="after")
        for who, entries in self._before.items():
            since = self._setting.day(self._setting.left[who] - self._last)
            days = self._clients[who]
            last = _a_day(days, {day for day in days if day >= since})
            usual = _a_day(days, {day for day in days if day < since})
            if usual and last > self._setting.rules.leaver_times * usual:
                yield hit(self.rule, who, entries, when="before", last=last, usual=usual)

    @property
    def _last(self) -> timedelta:
        return timedelta(days=self._setting.rules.leaver_days)


def _a_day(clients: Mapping[date, set[UUID]], days: Collection[date]) -> float:
    """Return how many different clients on a day of work, of these days."""
    return round(sum(len(clients[day]) for day in days) / len(days), 1) if days else 0
