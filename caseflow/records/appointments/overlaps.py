"""Say which of somebody's appointments overlap; it is said, and never forbidden."""

from collections.abc import Sequence
from uuid import UUID

from caseflow.records.appointment_of import Hours


def overlapping(hours: Sequence[tuple[UUID, Hours]]) -> frozenset[UUID]:
    """Return those of one person that share time with another; what is off takes no time."""
    taken = [each for each in hours if not each[1].is_off]
    taken.sort(key=lambda each: each[1].starts)
    found: set[UUID] = set()
    for at, (one, when) in enumerate(taken):
        for other, then in taken[at + 1 :]:
            if then.starts >= when.ends:
                break
            found |= {one, other}
    return frozenset(found)
