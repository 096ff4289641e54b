"""Call units by their slugs, as programs do, and by their ids, as rooms do."""

from collections.abc import Iterable
from uuid import UUID

from caseflow.http import current
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id


class Units:
    """The units of the provider, under both of their names."""

    def __init__(self) -> None:
        self.all = current.units()
        self._slugs = {unit.id: unit.slug for unit in self.all}
        self._ids = {unit.slug: unit.id for unit in self.all}

    def slug(self, unit: UUID) -> str:
        """Return the slug of a unit; of one that is not there any more its id."""
        return self._slugs.get(unit, str(unit))

    def slugs(self, units: Iterable[UUID]) -> list[str]:
        """Return the slugs of some units, sorted."""
        return sorted(map(self.slug, units))

    def receiver(self, receiver: UUID, unit: str = "to_unit") -> dict[str, object]:
        """Return who receives something: a unit by its slug, or a partner by its id.

        No unit is ever taken away: whoever is none is an organisation outside.
        """
        slug = self._slugs.get(receiver)
        return {"partner": receiver} if slug is None else {unit: slug}

    def id(self, slug: str, field: str) -> UUID | Problem:
        """Return the id of a unit, or the problem of a slug that none has."""
        found = self._ids.get(slug)
        return Problem(field, "unknown_unit", {"given": slug}) if found is None else found

    def named(self, slugs: Iterable[str]) -> frozenset[UUID]:
        """Return the ids of some units; of a slug that none has an id that none has.

        So the room refuses it, after it has said whether she is open at all.
        """
        return frozenset(self._ids.get(slug) or new_id() for slug in slugs)

    def ids(self, slugs: Iterable[str], field: str) -> frozenset[UUID] | Problem:
        """Return the ids of some units, or the problem of the first slug that none has."""
        found = [self.id(slug, field) for slug in slugs]
        wrong = next((each for each in found if isinstance(each, Problem)), None)
        return wrong or frozenset(each for each in found if isinstance(each, UUID))
