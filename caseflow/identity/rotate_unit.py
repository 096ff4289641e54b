"""Give a unit a new key because somebody who admits its members wants it, and nobody has left."""

from sqlalchemy.exc import IntegrityError

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.may import may
from caseflow.identity.own_membership import refuse, too_late, use_own
from caseflow.keys.keyring import ring
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission


def rotate_unit(work: Work, who: Actor | Person) -> Done[int] | Refused:
    """Renew the key of the actor's unit; return the version of the new one.

    Its drawers turn at their next write, as after a departure; whatever lies under the former key
    opens by the chain.
    """
    if not isinstance(who, Actor) or not may(who, Permission.ADMIT_STAFF):
        return refuse(work, who, Act.KEY_BIRTH, Reason.NOT_YOUR_ROLE)
    used = use_own(work, who)
    if used is None:
        return too_late(work, who, Act.KEY_BIRTH)
    act = new_id()
    try:
        events = renew_unit(work, who.unit, act)
    except IntegrityError:  # another member's request is renewing it
        return too_late(work, who, Act.KEY_BIRTH)
    keys = tuple(event.listed() for event in events)
    told = {"rotated": "unit"}
    record(work, Trace(act=Act.KEY_BIRTH, **by(who), bases=used, keys=keys, details=told), act)
    unit = ring(work).unit_at_hand(who.unit)
    return Done(unit.version if unit else 0)
