"""Say what is usual among the colleagues of somebody in her unit."""

from collections.abc import Mapping
from statistics import median
from uuid import UUID


def median_of_unit(counts: Mapping[tuple[UUID, UUID], float], who: tuple[UUID, UUID]) -> float:
    """Return the median over the others of the unit; 0 where she has no colleague there."""
    others = [count for each, count in counts.items() if each[1] == who[1] and each != who]
    return median(others) if others else 0
