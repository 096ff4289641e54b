"""What is kept for how long still: one line for each thing that a run would delete at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.vocabulary.retention import RecordKind


@dataclass(frozen=True, slots=True)
class Due:
    """A record, by which rule it is kept, since which event and until when; never content."""

    kind: RecordKind
    rule: str  # the class of records, as the configuration names it
    unit: UUID | None
    client: UUID  # whose it is; of a merged one the id that comes first
    row: UUID | None  # a slip or a tombstone
    reference: datetime
    over: datetime
    held: bool  # something comes before the rule

    def listed(self) -> dict[str, str]:
        """Return what a run keeps of it in its list."""
        said = {
            "kind": self.kind.value,
            "rule": self.rule,
            "unit": self.unit and str(self.unit),
            "client": str(self.client),
            "row": self.row and str(self.row),
        }
        return {name: text for name, text in said.items() if text}


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a run's list."""

    kind: RecordKind
    rule: str
    unit: UUID | None
    client: UUID
    row: UUID | None

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Listed":
        """Return the line that was kept; raises KeyError or ValueError for any other."""
        unit, row = said.get("unit"), said.get("row")
        return cls(
            RecordKind(said["kind"]),
            said["rule"],
            None if unit is None else UUID(unit),
            UUID(said["client"]),
            None if row is None else UUID(row),
        )

    def is_(self, due: Due) -> bool:
        """Say whether this is the same record by the same rule."""
        named = (due.kind, due.rule, due.unit, due.client, due.row)
        return named == (self.kind, self.rule, self.unit, self.client, self.row)
