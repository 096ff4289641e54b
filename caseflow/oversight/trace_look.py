"""Look into the log for an officer, and trace what she asked for."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused

R = TypeVar("R")


def trace_look(
    work: Work, actor: Actor, asked: Mapping[str, str], find: Callable[[], R | Refused]
) -> Disclosed[R] | Refused:
    """Return what was found, once the look is committed; nobody but an officer looks."""
    given = permit_member(work, actor, Act.LOG_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = find()
    if isinstance(found, Refused):
        refused = refuse(work, given, found.reason)
        work.finish()
        return refused
    trace(work, given, Deeds(details=asked))
    work.finish()
    return Disclosed(found)
