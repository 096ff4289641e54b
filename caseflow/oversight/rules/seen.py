"""What a rule sees of an entry, what it is told beside, and what it finds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.review_rules import ReviewRules, Rule
from caseflow.vocabulary.sights import OPENED
from caseflow.vocabulary.units import UnitKind

NAMED_AT_MOST = 50  # positions of a hit; its count says how many there are


@dataclass(frozen=True, slots=True)
class Seen:
    """One entry of somebody in a unit."""

    position: int
    at: datetime
    act: str
    permitted: bool
    staff: UUID
    unit: UUID
    session: str
    client: UUID | None

    @property
    def opened(self) -> bool:
        """Say whether it opened something of a client."""
        return self.permitted and self.client is not None and self.act in OPENED


@dataclass(frozen=True, slots=True)
class Setting:
    """The parameters, and what is known of units and of those who left."""

    rules: ReviewRules
    zone: ZoneInfo
    kinds: Mapping[UUID, UnitKind] = field(default_factory=dict)  # of units
    left: Mapping[tuple[UUID, UUID], datetime] = field(default_factory=dict)  # staff and unit

    def day(self, at: datetime) -> date:
        """Return the local day."""
        return local_day(at, self.zone)


@dataclass(slots=True)
class Entries:
    """Positions that belong together, few of them kept."""

    count: int = 0
    positions: list[int] = field(default_factory=list)

    def add(self, position: int) -> None:
        """Count one more."""
        self.count += 1
        if len(self.positions) < NAMED_AT_MOST:
            self.positions.append(position)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule brings before an officer, with the numbers of its reason."""

    rule: Rule
    staff: UUID | None
    unit: UUID | None
    count: int
    positions: tuple[int, ...]
    values: Mapping[str, str] = field(default_factory=dict)


class Watch(Protocol):
    """A rule at work: it sees the entries in their order, once."""

    def __init__(self, setting: Setting) -> None: ...

    def see(self, entry: Seen) -> None:
        """Take in one entry."""
        ...

    def hits(self) -> Iterator[Hit]:
        """Yield what was found."""
        ...


def hit(rule: Rule, who: tuple[UUID, UUID], entries: Entries, **values: object) -> Hit:
    """Return a hit about a staff member in a unit."""
    told = {name: str(value) for name, value in values.items()}
    return Hit(rule, who[0], who[1], entries.count, tuple(entries.positions), told)
