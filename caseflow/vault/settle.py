"""Settle what is due, at the start of a request, bounded, in units of work of its own.

Whatever ends by time closes at its instant by policy; here its keys are taken back, drawers that
are due turn, keys that waited for this unit are handed out, and cards are filed.
"""

from sqlalchemy import select

from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.move_recovery import UNMOVED
from caseflow.vault.build_index import UNBUILT
from caseflow.vault.card_inbox import INBOX
from caseflow.vault.row_by_row import asked_of
from caseflow.vault.settle_by_time import BY_TIME
from caseflow.vault.settle_cards import settle_cards
from caseflow.vault.settle_recovery import settle_recovery
from caseflow.vault.settle_with_key import AGREED, DRAWERS, GRANTS, settle_with_key
from caseflow.vocabulary.actors import Actor

# Built once: every request asks whether anything is due.
_ANYTHING = select(
    *(each.due.exists() for each in BY_TIME),
    DRAWERS.exists(),
    GRANTS.exists(),
    AGREED.exists(),
    UNMOVED.exists(),
    INBOX.exists(),
    UNBUILT.exists(),
)


def settle(work: Work, actor: Actor) -> None:
    """Do what is due and can be done with the acting unit's key.

    One statement finds out that there is nothing to do, which is the rule.
    """
    keys = ring(work).unit
    asked = {**asked_of(work, actor), "unit_key": b"" if keys is None else keys.key_id}
    if not any(work.session.execute(_ANYTHING, asked).one()):
        return
    for each in BY_TIME:
        each.settle(work, actor)
    settle_with_key(work, actor)  # drawers too that fell due just now
    settle_recovery(work, actor)
    settle_cards(work, actor)
