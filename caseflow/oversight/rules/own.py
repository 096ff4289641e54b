"""Who read of somebody with her own surname or address: the vault has raised an alarm then."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from caseflow.oversight.rules.seen import Entries, Hit, Seen, Setting, hit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.review_rules import Rule

if TYPE_CHECKING:
    from uuid import UUID

_ALARMS = frozenset({Act.ALARM_KIN, Act.ALARM_ADDRESS})


class Own:
    """Counts by staff member and unit."""

    rule = Rule.OWN

    def __init__(self, _setting: Setting) -> None:
        self._found: defaultdict[tuple[UUID, UUID], Entries] = defaultdict(Entries)

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        if entry.act in _ALARMS:
            self._found[entry.staff, entry.unit].add(entry.position)

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        for who, entries in self._found.items():
            yield hit(self.rule, who, entries)
