"""Tell in a client's copy who saw her and when, as far as it is for the unit to tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from caseflow.audit.look import LogFilter, all_entries
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.sights import OPENED


@dataclass(frozen=True, slots=True, order=True)
class Access:
    """On a day, a unit saw something of her for a purpose; nobody who works there is named."""

    on: date
    unit: UUID
    purpose: str
    categories: tuple[str, ...]


def told_accesses(
    work: Work, unit: UUID, hers: tuple[UUID, ...], given: frozenset[UUID]
) -> tuple[Access, ...]:
    """Return the accesses of the unit itself, and of others to what it gave them by a consent.

    `hers` are all ids that are one person, `given` the consents by which the unit gives. That
    another unit knows her without one of them is not for this one to learn.
    """
    seen: dict[tuple[date, UUID, str], set[str]] = {}
    for content in _looks(work, frozenset(hers)):
        by, categories = UUID(content["unit"]), _categories(content, unit)
        own = by == unit
        if own or (categories and given & set(_consents_of(content))):
            at = datetime.fromisoformat(content["at"])
            key = (local_day(at, work.configuration.zone), by, content.get("purpose", ""))
            seen.setdefault(key, set()).update(categories)
    return tuple(sorted(Access(*key, tuple(sorted(words))) for key, words in seen.items()))


def _looks(work: Work, hers: frozenset[UUID]) -> Iterator[dict[str, Any]]:
    filters = LogFilter(clients=hers, acts=OPENED, decision="permitted")
    yield from (entry.content for entry in all_entries(work, filters))


def _categories(content: dict[str, Any], unit: UUID) -> list[str]:
    """Return the categories of the unit's own drawers that were opened."""
    drawers: Iterable[dict[str, str]] = content.get("drawers", ()) if "fields" in content else ()
    return [each["category"] for each in drawers if UUID(each["unit"]) == unit]


def _consents_of(content: dict[str, Any]) -> Iterator[UUID]:
    for basis in content.get("bases", ()):
        if basis["kind"] == "consent":
            yield UUID(basis["id"])
