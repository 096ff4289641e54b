"""Mend at a member's request what only her unit's key can mend after somebody has left.

An administrator disables an account without any unit's key, and a new pair is made for whoever
stays; the next member to come lays the former key under it. Where a membership ended without a new
pair, she makes one.
"""

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.units import Membership, UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.chain_up import chain_up
from caseflow.keys.keyring import ring
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id


def renew_after_departure(work: Work, actor: Actor) -> None:
    """Renew the key of the actor's unit if a membership has ended since it was born.

    It is committed at once: were it rolled back with the rest of a request, the keyring would
    hold a key that no row knows.
    """
    if not _due(work, actor):
        return
    act = new_id()
    try:
        with work.session.begin_nested():
            events = renew_unit(work, actor.unit, act)
    except IntegrityError:
        return  # another member's request is renewing it
    keys = tuple(event.listed() for event in events)
    record(work, Trace(act=Act.KEY_BIRTH, **by(actor), keys=keys), act)
    work.finish()


def complete_chain(work: Work, actor: Actor) -> None:
    """Lay the former keys of the actor's unit under its newest one, where they do not lie yet.

    Committed at once, so that they lie there for the other members too.
    """
    unit = ring(work).unit
    if unit is None or not unit.loose:
        return
    act = new_id()
    keys = tuple(event.listed() for event in chain_up(work, unit, act))
    record(work, Trace(act=Act.KEY_GRANT, **by(actor), keys=keys), act)
    work.finish()


def _due(work: Work, actor: Actor) -> bool:
    newest = select(func.max(UnitPair.born_at)).where(UnitPair.unit_id == actor.unit)
    left = select(Membership.id).where(
        Membership.unit_id == actor.unit, Membership.ended_at > newest.scalar_subquery()
    )
    return work.session.scalar(left.limit(1)) is not None
