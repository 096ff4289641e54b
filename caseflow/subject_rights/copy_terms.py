"""What is released of a record, and how things are called in a client's copy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
    partners: Mapping[UUID, str] = field(default_factory=dict)  # names of organisations outside

    def slug(self, unit: UUID) -> str:
        """Return the slug of a unit; of one that is not there any more its id."""
        return self.units.get(unit, str(unit))

    def partner(self, partner: UUID) -> str:
        """Return the name of an organisation outside; of one that nobody can name, its id."""
        return self.partners.get(partner, str(partner))

    def receiver(self, receiver: UUID) -> Shown:
        """Return who receives something: a unit by its slug, or an organisation by its name."""
        unit = self.units.get(receiver)
        return {"partner": self.partner(receiver)} if unit is None else {"to_unit": unit}

    def slugs(self, units: Iterable[UUID]) -> list[str]:
        """Return the slugs of units, sorted."""
        return sorted(map(self.slug, units))

    def day(self, instant: datetime) -> str:
        """Return the provider's day of an instant."""
        return local_day(instant, self.configuration.zone).isoformat()
