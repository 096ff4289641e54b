"""Tell the entries that were pruned from those that somebody has emptied.

A pruned leaf has no bytes any more, and anybody could empty one; that its time was over only a
later entry tells, which is a leaf itself. What is gone before a witness looks she never reads.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from caseflow.audit.prunings import Ranges, ranges_of, read_ranges
from caseflow.vocabulary.acts import Act


@dataclass(slots=True)
class WitnessedPrunings:
    """The new leaves without bytes, and what the new entries tell of prunings."""

    _met: list[int] = field(default_factory=list)
    _told: Ranges = field(default_factory=list)

    def meet(self, position: int) -> None:
        """Meet a leaf without bytes."""
        self._met.append(position)

    def see(self, content: Mapping[str, Any], position: int) -> None:
        """Take in an entry; raises KeyError or ValueError for one that tells of nothing."""
        if content["act"] == Act.LOG_PRUNE:
            told = read_ranges(content["details"]["leaves"])
            self._told += [each for each in told if each[1] < position]

    def first_untold(self) -> int | None:
        """Return the first leaf without bytes that no later entry tells to be pruned."""
        told = sorted(self._told)
        return next((each for each in self._met if not _within(told, each)), None)

    def unread(self) -> tuple[tuple[int, int], ...]:
        """Return the leaves without bytes as ranges."""
        return tuple(ranges_of(self._met))


def _within(told: Ranges, position: int) -> bool:
    """Say whether one of the ranges, none of which overlap, holds the position."""
    at = bisect_right(told, position, key=lambda each: each[0]) - 1
    return at >= 0 and position <= told[at][1]
