"""Let two clients be kept apart no longer: a lead of the unit that recorded it, or an officer."""

from functools import partial
from uuid import UUID

from sqlalchemy import or_, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.note_lifted import note_lifted
from caseflow.vault.again import again
from caseflow.vault.apart_rows import hold_clients
from caseflow.vault.contents import joined
from caseflow.vault.keep_apart import bring_together
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused


def lift_apart(
    work: Work, actor: Actor, client: UUID, pair: UUID, reason: str
) -> Done[None] | Invalid | Refused:
    """Lift a pair, by whichever of its clients; the reason is sealed to the officers.

    The walls and restrictions that followed from it alone end with it. Another unit's pair is none
    for a lead: nobody here knows why it was recorded, nor that it stands.
    """
    return again(work, partial(_attempt, work, actor, (client, pair), reason.strip()))


def _attempt(
    work: Work, actor: Actor, about: tuple[UUID, UUID], reason: str
) -> Done[None] | Invalid | Refused:
    client, pair = about
    given = permit(work, actor, Ask(Act.APART_LIFT, client, reason=reason))
    if isinstance(given, Refused):
        return given
    row = own_pair(work, actor, client, pair)
    if row is None:
        return refuse(work, given)
    hold_clients(work, (row.client_id, row.other_id))
    hindered = note_lifted(work, given, row, reason)
    if hindered is not None:
        return hindered
    _trace(work, given, row, bring_together(work, actor, row))
    return Done(None)


def own_pair(work: Work, actor: Actor, client: UUID, pair: UUID) -> KeptApart | None:
    """Return a pair that the acting unit recorded, standing or lifted; an officer's is any."""
    ids = person_of(work, client).ids
    hers = or_(KeptApart.client_id.in_(ids), KeptApart.other_id.in_(ids))
    found = intact(work, work.session.scalars(select(KeptApart).where(hers, KeptApart.id == pair)))
    any_unit = actor.role is Role.OFFICER
    return next((row for row in found if any_unit or row.unit_id == actor.unit), None)


def _trace(work: Work, given: Permit, row: KeptApart, deeds: Deeds) -> None:
    both = (row.client_id, row.other_id)
    about = Deeds(rows=(digest_of(row),), clients=both, details={"pair": str(row.id)})
    trace(work, given, joined(about, deeds))
    hers = row.client_id in given.gathered.person.ids
    other = row.other_id if hers else row.client_id
    told = Trace(
        act=given.ask.act, client=other, clients=both, details=about.details, **by(given.actor)
    )
    record(work, told)
