"""File what lies in the inbox, and build the index of a large unit, as far as one request may."""

from collections.abc import Callable

from sqlalchemy.exc import OperationalError

from caseflow.audit.record import record_alarms
from caseflow.database.unit_of_work import Work
from caseflow.vault.begin_again import begin_again
from caseflow.vault.build_index import CARDS_AT_ONCE, build_index
from caseflow.vault.card_inbox import file_inbox
from caseflow.vault.row_by_row import AT_ONCE
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import BrokenKey, Stale


def settle_cards(work: Work, actor: Actor, at_most: int = AT_ONCE) -> int:
    """Do some of both; return how many cards left the inbox.

    What another request is at stays due, and nobody is kept from her work.
    """
    filed = _step(work, actor, lambda: file_inbox(work, actor, at_most))
    _step(work, actor, lambda: build_index(work, actor.unit, CARDS_AT_ONCE))
    return filed


def _step(work: Work, actor: Actor, step: Callable[[], int]) -> int:
    try:
        done = step()
        record_alarms(work, actor.staff, actor.unit)
    except (Stale, OperationalError, BrokenKey):
        begin_again(work)
        return 0
    work.finish()
    return done
