"""Who opened very many different clients in a day."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.review_rules import Rule

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


class Bulk:
    """Counts clients by staff member and day; the vault's own alarm is a hit in any case."""

    rule = Rule.BULK

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._clients: defaultdict[tuple[UUID, UUID, date], set[UUID]] = defaultdict(set)
        self._opened: defaultdict[tuple[UUID, UUID, date], Entries] = defaultdict(Entries)

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        day = entry.staff, entry.unit, self._setting.day(entry.at)
        if entry.act == Act.ALARM_BULK:
            self._opened[day].add(entry.position)
        elif entry.opened and entry.client is not None and entry.client not in self._clients[day]:
            self._clients[day].add(entry.client)
            if len(self._clients[day]) > self._setting.rules.clients_a_day:
                self._opened[day].add(entry.position)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        for day, entries in self._opened.items():
            clients = len(self._clients.get(day, ()))
            yield hit(self.rule, day[:2], entries, day=day[2], clients=clients)
