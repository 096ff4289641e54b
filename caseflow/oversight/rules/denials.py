"""Who was turned away again and again, with nothing permitted in between."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.review_rules import Rule
from caseflow.vocabulary.sights import SEEING


class Denials:
    """Counts the longest rows of refusals by staff member and unit."""

    rule = Rule.DENIALS

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._row: defaultdict[tuple[UUID, UUID], Entries] = defaultdict(Entries)
        self._found: list[tuple[tuple[UUID, UUID], Entries]] = []

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        who = entry.staff, entry.unit
        if not entry.permitted:
            self._row[who].add(entry.position)
        elif entry.act in SEEING:
            self._end(who)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        for who in list(self._row):
            self._end(who)
        for who, entries in self._found:
            yield hit(self.rule, who, entries)

    def _end(self, who: tuple[UUID, UUID]) -> None:
        entries = self._row.pop(who, None)
        if entries is not None and entries.count >= self._setting.rules.denials_in_a_row:
            self._found.append((who, entries))
