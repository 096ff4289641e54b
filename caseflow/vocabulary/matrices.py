"""The matrix of a consent: who tells whom what, for which purpose, doing what.

A consent is a matrix, not a tick (Art. 4(11), 7 GDPR: specific and informed). Nothing here is
ever empty to mean "all".
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Action(StrEnum):
    """What a recipient may do with what was opened to it."""

    VIEW = "view"
    COPY = "copy"
    TELL = "tell"  # by word of mouth
    DISCLOSE = "disclose"  # to a partner outside the provider


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A refused pair: this category stays closed to this unit. Deny wins."""

    to_unit: UUID  # or the partner outside
    category: str


@dataclass(frozen=True, slots=True)
class WithdrawnPart:
    """A part of the matrix taken back at an instant."""

    to_unit: UUID  # or the partner outside
    category: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Matrix:
    """What one consent says yes to, and the pairs it says no to."""

    from_units: frozenset[UUID]
    to_units: frozenset[UUID]
    categories: frozenset[str]
    purposes: frozenset[str]
    actions: frozenset[Action]
    exclusions: frozenset[Exclusion] = frozenset()
    partner: UUID | None = None  # outside the provider; then no unit receives anything by it

    @property
    def recipients(self) -> frozenset[UUID]:
        """Return whoever it names as receiving: units of the provider, or one partner."""
        return self.to_units if self.partner is None else frozenset({self.partner})
