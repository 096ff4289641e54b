"""Say for which of a person's records a consent speaks: intersected where two met, never united.

Two clients who turn out to be one person keep their ids, and what she agreed to under one of them
before the merge she has not said of what is kept under the other. So it opens anything only
together with what she agreed to under the other one; what she agrees to afterwards speaks for both.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol, TypeVar
from uuid import UUID

NOBODY = UUID(int=0)  # stands for a record of hers that nobody can name: nothing speaks for it


class MergeFact(NamedTuple):
    """Two clients whom two people have found to be one person."""

    first: UUID
    second: UUID
    at: datetime  # when the second of the two agreed


class Heard(Protocol):
    """A basis that may not speak for all records of a person."""

    @property
    def unheard(self) -> frozenset[UUID]:
        """Return the records that it does not speak for."""


H = TypeVar("H", bound=Heard)


def one_person(client: UUID, merges: Iterable[MergeFact]) -> frozenset[UUID]:
    """Return all ids of the person who is known by this one."""
    pairs = list(merges)
    known = {client}
    while True:
        met = {id_ for pair in pairs for id_ in pair[:2] if not known.isdisjoint(pair[:2])}
        if met <= known:
            return frozenset(known)
        known |= met


def unheard(client: UUID, since: datetime, merges: Iterable[MergeFact]) -> frozenset[UUID]:
    """Return which ids of the person something does not speak for that was said under one of them.

    It speaks for those that were known to be the same person before it was said.
    """
    pairs = list(merges)
    before = [pair for pair in pairs if pair.at < since]
    return one_person(client, pairs) - one_person(client, before)


def enough(given: Iterable[H]) -> tuple[H, ...]:
    """Return the first of these that together speak for every record of the person, else none."""
    taken: list[H] = []
    left: frozenset[UUID] | None = None
    for each in given:
        fewer = each.unheard if left is None else left & each.unheard
        if fewer != left:
            taken.append(each)
            left = fewer
        if not left:
            return tuple(taken)
    return ()
