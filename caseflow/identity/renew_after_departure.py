"""Give a unit a new key at a member's request, where somebody left who could not do it herself.

An administrator disables an account without any unit's key; the next member to come has it.
"""

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.units import Membership, UnitPair
from caseflow.database.unit_of_work import Work
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


def _due(work: Work, actor: Actor) -> bool:
    newest = select(func.max(UnitPair.born_at)).where(UnitPair.unit_id == actor.unit)
    left = select(Membership.id).where(
        Membership.unit_id == actor.unit, Membership.ended_at > newest.scalar_subquery()
    )
    return work.session.scalar(left.limit(1)) is not None
