"""Settle, before a request is answered, what others left for this unit to do."""

from caseflow.http import current
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor


def settle_first() -> None:
    """Do what is due and needs the key of the unit that asks; others have nothing to settle."""
    who = current.who()
    if isinstance(who, Actor):
        settle(current.work(), who)
