"""Settle in bulk what is due: at night what needs no key, for somebody what her unit's key can.

Each row is a transaction of its own: killed anywhere, nothing is half done, and the rest is due.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count

from sqlalchemy import delete

from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.kept_answers import KeptAnswer
from caseflow.database.unit_of_work import Work
from caseflow.drafts.rows import drop_old
from caseflow.operations.kept_answers import KEPT_FOR
from caseflow.vault.rebuild_after_renewal import rebuild_after_renewal
from caseflow.vault.row_by_row import Pace
from caseflow.vault.settle_by_time import AT_NIGHT, Ending
from caseflow.vault.settle_cards import settle_cards
from caseflow.vault.settle_recovery import settle_recovery
from caseflow.vault.settle_with_key import settle_with_key
from caseflow.vocabulary.actors import Actor, Person

_ALL = Pace(settled=sys.maxsize, looked_at=2**31)
_SOME = Pace(settled=50, looked_at=2**31)

Told = Callable[[int, int], None]  # how many are done, of how many


def waiting(work: Work) -> dict[str, int]:
    """Return how much of each kind is due and needs no key."""
    return {each.name: each.waiting(work) for each in AT_NIGHT}


def settle_by_time(work: Work, told: Told) -> dict[str, int]:
    """Settle all that needs no key; return how much of each kind. What cannot be settled stays."""
    due = waiting(work)
    whole, done = sum(due.values()), dict.fromkeys(due, 0)
    for each in AT_NIGHT:
        done[each.name] = _counted(each, told, sum(done.values()), whole).settle(work, None, _ALL)
    _forget(work)
    return done


def settle_own(work: Work, who: Actor | Person) -> int:
    """Do some of what waits for the key of her unit; return how much, none when all is done."""
    if not isinstance(who, Actor):
        return 0
    settled = settle_with_key(work, who, _SOME) + settle_recovery(work, who, _SOME)
    settled = settled or settle_cards(work, who, _SOME.settled)
    if not settled:
        rebuild_after_renewal(work)
    return settled


def _counted(ending: Ending, told: Told, before: int, whole: int) -> Ending:
    """Return an ending that tells how far it has come with each row."""
    rows = count(before + 1)

    def step(work: Work, actor: Actor | None, row: object) -> bool:
        told(min(next(rows), whole), whole)
        return ending.step(work, actor, row)

    return replace(ending, step=step)


def left(before: Mapping[str, int], done: Mapping[str, int]) -> int:
    """Return how many were due and could not be settled."""
    return sum(max(before[name] - done[name], 0) for name in before)


def _forget(work: Work) -> None:
    """Delete what has run out and decides nothing any more: tokens, drafts, kept answers."""
    now = work.clock.now()
    drop_old(work)
    for statement in (
        delete(ApiToken).where(ApiToken.ends_at <= now),
        delete(KeptAnswer).where(KeptAnswer.made_at < now - KEPT_FOR),
    ):
        work.session.execute(statement, execution_options={"synchronize_session": False})
    work.finish()
