"""Do a permitted act whole or not at all, again from the start when somebody else was faster."""

import dataclasses
from collections.abc import Callable
from typing import TypeVar

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.vault.begin_again import begin_again
from caseflow.vault.permit import Ask, Deeds, Permit, permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.errors import Stale

TRIES = 3
R = TypeVar("R")


def attempt(work: Work, actor: Actor, ask: Ask, act: Callable[[Permit], R]) -> R | Refused:
    """Return what the act answers; it has written and traced when that is Done, else nothing.

    The act is called again with a new permit after Stale, so it must read all it decides by.
    """
    for _ in range(TRIES):
        given = permit(work, actor, ask)
        if isinstance(given, Refused):
            return given
        try:
            answer = act(given)
        except Stale:
            begin_again(work)
            continue
        if isinstance(answer, Done):
            return answer
        begin_again(work)
        return refuse(work, actor, ask, answer) if isinstance(answer, Refused) else answer
    return refuse(work, actor, ask, Refused(Reason.TOO_LATE))


def refuse(
    work: Work, actor: Actor, ask: Ask, answer: Refused, deeds: Deeds | None = None
) -> Refused:
    """Stage the trace of a refusal that another room than the vault has found, and return it."""
    trace = Trace(
        act=ask.act,
        decision="refused",
        client=ask.client,
        purpose=ask.purpose,
        reason=answer.reason,
        **by(actor),
    )
    rows = () if deeds is None else deeds.rows
    record(work, dataclasses.replace(trace, rows=rows))
    return answer
