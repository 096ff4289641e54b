"""Check that every leaf without bytes was pruned, and what that left behind is as it was told."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.check_uses import UseNumbers
from caseflow.audit.findings import Fault, Findings
from caseflow.audit.prunings import Pruning, read_pruning
from caseflow.database.column_types import unreadable
from caseflow.database.tables.audit_log import LogPruning
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act

_NOTHING = Pruning([], {}, {})


@dataclass(slots=True)
class PrunedCheck:
    """What prunings left behind, compared with the entries that tell of them."""

    findings: Findings
    numbers: UseNumbers
    _left: dict[str, Pruning] = field(default_factory=dict)  # by the id of the entry, no dashes
    _digests: dict[str, str] = field(default_factory=dict)
    _told: dict[str, str] = field(default_factory=dict)  # digests as the entries say them

    def load(self, work: Work) -> None:
        """Load what prunings left behind; the uses told there count as seen."""
        for row in work.session.scalars(select(LogPruning)):
            summary: object = row.summary
            if unreadable(row.entry_id) or not isinstance(summary, bytes):
                # Nothing is told of a pruning by what no column of ours can hold.
                self.findings.add(Fault.PRUNED_DIFFERS, None, f"told by {row.entry_id}")
                continue
            entry = str(row.entry_id)
            self._digests[entry] = sha256(row.summary).hexdigest()
            self._left[row.entry_id.hex] = left = read_pruning(row.summary) or _NOTHING
            for basis, ranges in left.uses.items():
                for first, last in ranges:
                    self.numbers.see_pruned(basis, first, last)
            self.numbers.ended.update(left.ended)

    def meet(self, position: int, by: UUID | str) -> None:
        """Meet a leaf without bytes; `by` is an id as a driver gives it."""
        left = self._left.get(str(by).replace("-", ""), _NOTHING).leaves
        at = bisect_right(left, (position, position)) - 1
        # The range may begin at the position itself: then it is sorted behind.
        near = left[max(0, at) : at + 2]
        if not any(first <= position <= last for first, last in near):
            self.findings.add(Fault.PRUNED_UNTOLD, position, f"pruned by {by}")

    def see(self, content: Mapping[str, Any]) -> None:
        """Take in an entry that tells of a pruning."""
        if content.get("act") == Act.LOG_PRUNE and "summary" in content.get("details", {}):
            self._told[content["id"]] = content["details"]["summary"]

    def finish(self) -> None:
        """Compare what was left behind with what was told, once every entry was read."""
        for entry in self._digests.keys() | self._told.keys():
            if self._digests.get(entry) != self._told.get(entry):
                left = self._left.get(entry.replace("-", ""), _NOTHING).leaves
                position = left[0][0] if left else None
                self.findings.add(Fault.PRUNED_DIFFERS, position, f"told by {entry}")
