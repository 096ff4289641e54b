"""What is released of a record, and how things are called in a client's copy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.configuration import Configuration

Shown: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is released although it may speak of others, and how things are called."""

    release: frozenset[str]
    configuration: Configuration
    units: Mapping[UUID, str]  # slugs
    at: datetime

    def slug(self, unit: UUID) -> str:
        """Return the slug of a unit; of one that is not there any more its id."""
        return self.units.get(unit, str(unit))

    def slugs(self, units: Iterable[UUID]) -> list[str]:
        """Return the slugs of units, sorted."""
        return sorted(map(self.slug, units))

    def day(self, instant: datetime) -> str:
        """Return the provider's day of an instant."""
        return local_day(instant, self.configuration.zone).isoformat()
