"""Knock at what an address names for one act, before what was sent is looked at."""

from collections.abc import Callable
from uuid import UUID

from caseflow.http import current
from caseflow.records import knock
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_for(act: Act) -> Callable[..., Refused | None]:
    """Return what says whether an act about a client is refused.

    `again`: its answer is only given once more.
    """

    def at(client: UUID, *, again: bool = False) -> Refused | None:
        return knock(current.work(), current.actor(), act, client, again=again)

    return at


def knock_by(room: Callable[..., Refused | None], act: Act) -> Callable[..., Refused | None]:
    """Return the same for an address that names one row, as its own room looks at it."""

    def at(*, again: bool = False, **ids: UUID) -> Refused | None:
        (row,) = ids.values()
        return room(current.work(), current.actor(), act, row, again=again)

    return at
