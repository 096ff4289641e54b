"""Do an act whole or not at all, again from the start when somebody else was faster."""

from collections.abc import Callable
from typing import TypeVar

from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.permit import Ask, Permit, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Refused

R = TypeVar("R")


def attempt(work: Work, actor: Actor, ask: Ask, act: Callable[[Permit], R]) -> R | Refused:
    """Return what the act answers; it has written and traced when that is Done, else nothing.

    The act is called again, with a new permit, so it must read by itself all it decides by.
    Raises Stale when others were faster every time.
    """

    def once() -> R | Refused:
        given = permit(work, actor, ask)
        if isinstance(given, Refused):
            return given
        answer = act(given)
        if isinstance(answer, Refused):
            return refuse(work, given, answer.reason)
        if not isinstance(answer, Done):
            begin_again(work)
        return answer

    return again(work, once)
