"""Knock at the client of an address for one act, before what was sent is looked at."""

from collections.abc import Callable
from uuid import UUID

from caseflow.http import current
from caseflow.records import knock
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_for(act: Act) -> Callable[..., Refused | None]:
    """Return what says whether an act is refused; `again`: its answer is only given once more."""

    def at(client: UUID, *, again: bool = False) -> Refused | None:
        return knock(current.work(), current.actor(), act, client, again=again)

    return at
