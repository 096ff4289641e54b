"""Write down, show and remove one's own address; nobody else ever sees it."""

from dataclasses import dataclass, field

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record, record_alarms
from caseflow.database.unit_of_work import Work
from caseflow.identity.own_membership import refuse
from caseflow.identity.sessions import own_session
from caseflow.identity.whole_text import whole_text
from caseflow.keys.own_addresses import drop_address, keep_address, own_address
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.addresses import read_address
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused

_LONGEST = 120  # characters


@dataclass(frozen=True, slots=True)
class TypedAddress:
    """An address as she typed it."""

    street: str = field(repr=False)  # with the house number
    postal_code: str = field(repr=False)


def show_own_address(work: Work, who: Actor | Person) -> TypedAddress | None:
    """Return what she has written down; None where that is nothing."""
    found = own_address(work, who.staff)
    if work.alarms:
        record_alarms(work, who.staff)
    if found is None:
        return None
    street, _, postal_code = found.partition("\n")
    return TypedAddress(street, postal_code)


def keep_own_address(
    work: Work, who: Actor | Person, typed: TypedAddress
) -> Done[None] | Invalid | Refused:
    """Keep her address in place of an earlier one, sealed so that only her session opens it."""
    street, postal_code = (
        " ".join(whole_text(each).split()) for each in (typed.street, typed.postal_code)
    )
    if max(len(street), len(postal_code)) > _LONGEST:
        return Invalid((Problem("street", "too_long", {"most": str(_LONGEST)}),))
    if read_address(street, postal_code) is None:
        return Invalid((Problem("street", "no_whole_address"),))
    if own_session(work, who) is None:
        return refuse(work, who, Act.ADDRESS_KEEP, Reason.TOO_LATE)
    row = keep_address(work, who.staff, f"{street}\n{postal_code}")
    told = {"address": "kept"}
    record(work, Trace(act=Act.ADDRESS_KEEP, **by(who), rows=(digest_of(row),), details=told))
    return Done(None)


def remove_own_address(work: Work, who: Actor | Person) -> Done[None]:
    """Delete what she has written down."""
    drop_address(work, who.staff)
    record(work, Trace(act=Act.ADDRESS_KEEP, **by(who), details={"address": "removed"}))
    return Done(None)
