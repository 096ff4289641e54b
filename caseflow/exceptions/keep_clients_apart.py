"""Keep two clients apart of whom one is violent to the other: neither learns that both are here.

What follows from it, now and whenever somebody comes to one of them, is in `vault.keep_apart`.
"""

from functools import partial
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.sealed_rows import change
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.works_with_both import Both, say_to, works_with_both
from caseflow.vault.again import again
from caseflow.vault.apart_rows import apart_of, hold_clients
from caseflow.vault.begin_again import begin_again
from caseflow.vault.contents import joined
from caseflow.vault.keep_apart import part
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.permit_both import permit_both
from caseflow.vault.present_case import is_open
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused


def keep_clients_apart(
    work: Work, actor: Actor, client: UUID, other: UUID, *, mine: bool = False
) -> Done[UUID] | Invalid | Refused:
    """Keep them apart from now on, and return the id of the pair.

    Before both the actor stands by a case of her unit, or at the desk. Of the first she says with
    `mine` that she works with her: she is assigned to the open case, if she is not yet. A pair that
    the unit has recorded already stays the one there is; of another unit's it is told nothing.
    """
    return again(work, partial(_attempt, work, actor, (client, other), mine=mine))


def _attempt(
    work: Work, actor: Actor, both: tuple[UUID, UUID], *, mine: bool
) -> Done[UUID] | Invalid | Refused:
    client, other = both
    asked = Ask(Act.APART_RECORD, client), Ask(Act.APART_RECORD, other)
    permits = permit_both(work, actor, *asked)
    if isinstance(permits, Refused):
        return permits
    hold_clients(work, both)
    if other in person_of(work, client).ids:
        begin_again(work)
        return Invalid((Problem("client", "same_client"),))
    standing = _standing(work, actor.unit, client, other)
    if standing is not None:
        return _told(permits, work, standing, Deeds())
    if mine:
        _take_on(work, permits[0])
    hindering = works_with_both(work, client, other)
    if hindering:
        return _hindered(work, actor, both, hindering)
    pair = _record(work, actor, client, other)
    return _told(permits, work, pair, part(work, actor, pair))


def _standing(work: Work, unit: UUID, client: UUID, other: UUID) -> KeptApart | None:
    apart = apart_of(work, client)
    mine = (pair for pair in apart.pairs if pair.unit_id == unit)
    return next((pair for pair in mine if apart.other_of(pair) == other), None)


def _take_on(work: Work, given: Permit) -> None:
    staff = given.actor.staff
    for case in given.gathered.cases:
        if is_open(case) and staff not in case.assigned:
            change(work, case, assigned=tuple(sorted((*case.assigned, staff))))


def _record(work: Work, actor: Actor, client: UUID, other: UUID) -> KeptApart:
    pair = KeptApart(
        client_id=client,
        other_id=other,
        unit_id=actor.unit,
        recorded_by=actor.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(pair)
    work.session.flush()
    return pair


def _told(permits: tuple[Permit, Permit], work: Work, pair: KeptApart, deeds: Deeds) -> Done[UUID]:
    """Trace it at each of both, so that who asks about one of them finds it."""
    about = Deeds(clients=(pair.client_id, pair.other_id), details={"pair": str(pair.id)})
    first, beside = permits
    trace(work, first, joined(about, deeds))
    trace(work, beside, about)
    return Done(pair.id)


def _hindered(work: Work, actor: Actor, both: tuple[UUID, UUID], hindering: list[Both]) -> Invalid:
    """Say what stands against it, and let the officers see in the log who works with both."""
    problems = tuple(say_to(work, actor, hindering))
    staff = ",".join(sorted({str(each.staff) for each in hindering}))
    begin_again(work)
    for client in both:
        told = Trace(
            act=Act.APART_RECORD,
            decision="refused",
            client=client,
            clients=both,
            details={"works_with_both": staff},
            **by(actor),
        )
        record(work, told)
    return Invalid(problems)
