"""Keep two clients apart: whoever works with one of them does not know of the other.

Their cases are known to those assigned alone, in every unit and wherever the other is: were they so
only where both are, a case would tell by it that the other has come. Whoever is assigned to one is
kept from the other by an ordinary wall, so that everything that heeds walls heeds this. The walls
are the officers', lest a unit's list of its own walls told of somebody else's work.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.vault.apart_rows import (
    apart_of,
    assigned_to,
    hold_clients,
    present_cases,
    staff_behind_walls,
)
from caseflow.vault.contents import joined
from caseflow.vault.ending import end_of_walled
from caseflow.vault.permit import Deeds
from caseflow.vault.reasons import oversight_of
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import Stale


def part(work: Work, actor: Actor, pair: KeptApart) -> Deeds:
    """Do all that follows from a new pair; nobody is assigned to an open case of either.

    Every present case of both is counted up, so that an access under way loses.
    """
    cases = {who: present_cases(work, who) for who in (pair.client_id, pair.other_id)}
    every = [case for of_one in cases.values() for case in of_one]
    made = [case.id for case in every if not case.restricted or case.id in _made(work, case)]
    for case in every:
        change(work, case, restricted=True, generation=case.generation + 1)
    knowing = {
        who: assigned_to(of_one, closed=True) - staff_behind_walls(work, who)
        for who, of_one in cases.items()
    }
    walls = [
        (who, staff)
        for who, of_one in cases.items()
        for staff in knowing[_other(pair, who)] - assigned_to(of_one)
    ]
    restricted = Deeds(rows=tuple(digest_of(case) for case in every))
    return joined(restricted, _wall_off(work, actor, pair, walls, made))


def keep_apart(work: Work, actor: Actor, case: Case, former: UUID | None = None) -> Deeds:
    """Let follow from somebody's coming to a client what keeps her from those kept apart.

    Whoever opens a case or assigns one calls this, and takes the digest of the case afterwards;
    `former` is the case that it goes on from. Raises Stale when somebody was brought to one of the
    others at the same instant, or the actor walled off.
    """
    hold_clients(work, [case.client_id])
    apart = apart_of(work, case.client_id)
    if not apart.any:
        return Deeds()
    shut = staff_behind_walls(work, case.client_id)
    if actor.staff in shut:
        raise Stale(Wall.__tablename__)  # it was put up since she was permitted to come
    made = not case.restricted or former in apart.cases
    if not case.restricted:
        change(work, case, restricted=True)
    knowing = set(case.assigned) - shut
    more = [case.id] if made else []
    followed = (
        _follow(work, actor, pair, (apart.other_of(pair), knowing), more) for pair in apart.pairs
    )
    return joined(*followed)


def not_to_be_assigned(work: Work, client: UUID) -> set[UUID]:
    """Return whom nobody can assign to a client, for whichever reason: none is ever told."""
    apart = apart_of(work, client)
    others = map(apart.other_of, apart.pairs)
    working = (assigned_to(present_cases(work, other)) for other in others)
    return staff_behind_walls(work, client).union(*working)


def bring_together(work: Work, actor: Actor, pair: KeptApart) -> Deeds:
    """Take back all that followed from a pair that was lifted, and from nothing else."""
    walls = intact(work, work.session.scalars(_walls_of(pair)))
    standing = [wall for wall in walls if wall.lifted_at is None]
    for wall in standing:
        change(work, wall, lifted_by=actor.staff, lifted_at=work.clock.now())
    lifted = Deeds(rows=tuple(digest_of(wall) for wall in standing))
    opened = (_open_again(work, pair, who) for who in _restricted_by(work, pair))
    return joined(lifted, *opened)


def _follow(
    work: Work, actor: Actor, pair: KeptApart, to: tuple[UUID, set[UUID]], cases: list[UUID]
) -> Deeds:
    """Keep these people from the other client of a pair, whom they may not know."""
    other, knowing = to
    found = work.session.scalars(_walls_of(pair).where(Wall.client_id == other))
    done = {wall.staff_id for wall in found} | assigned_to(present_cases(work, other))
    return _wall_off(work, actor, pair, [(other, staff) for staff in knowing - done], cases)


def _wall_off(
    work: Work,
    actor: Actor,
    pair: KeptApart,
    walls: Iterable[tuple[UUID, UUID]],
    cases: Iterable[UUID],
) -> Deeds:
    """Put up the walls, each a client and whom she must never meet, and list all in the pair."""
    built = [_wall(work, actor, *each) for each in sorted(walls)]
    work.session.flush()
    ended = [end_of_walled(work, wall.client_id, wall.staff_id) for wall in built]
    more = [case for case in cases if case not in pair.cases]
    if built or more:
        change(
            work,
            pair,
            walls=(*pair.walls, *(wall.id for wall in built)),
            cases=(*pair.cases, *more),
        )
    rows = tuple(digest_of(row) for row in (*built, pair))
    return joined(Deeds(rows=rows), *ended)


def _wall(work: Work, actor: Actor, client: UUID, staff: UUID) -> Wall:
    wall = Wall(
        client_id=client,
        staff_id=staff,
        unit_id=oversight_of(work),
        recorded_by=actor.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    return wall


def _walls_of(pair: KeptApart) -> Select[Wall]:
    both = (pair.client_id, pair.other_id)
    return select(Wall).where(Wall.client_id.in_(both), Wall.id.in_(pair.walls))


def _restricted_by(work: Work, pair: KeptApart) -> Iterable[UUID]:
    """Return whose cases it restricted: of both, and of who was taken for one of them then."""
    of_cases = work.session.scalars(select(Case.client_id).where(Case.id.in_(pair.cases)))
    people: dict[frozenset[UUID], UUID] = {}
    for client in (pair.client_id, pair.other_id, *sorted(of_cases)):
        people.setdefault(frozenset(person_of(work, client).ids), client)
    return people.values()


def _open_again(work: Work, pair: KeptApart, client: UUID) -> Deeds:
    """Open to its unit what was restricted by this alone; the rest falls to what still stands."""
    mine = [case for case in present_cases(work, client) if case.id in pair.cases]
    apart = apart_of(work, client)
    if apart.any:
        return _hand_on(work, apart.pairs, [case.id for case in mine])
    for case in mine:
        change(work, case, restricted=False, generation=case.generation + 1)
    return Deeds(rows=tuple(digest_of(case) for case in mine))


def _hand_on(work: Work, pairs: Iterable[KeptApart], cases: list[UUID]) -> Deeds:
    handed_on = []
    for pair in pairs:
        more = [case for case in cases if case not in pair.cases]
        if more:
            change(work, pair, cases=(*pair.cases, *more))
            handed_on.append(pair)
    return Deeds(rows=tuple(digest_of(pair) for pair in handed_on))


def _other(pair: KeptApart, client: UUID) -> UUID:
    return pair.other_id if client == pair.client_id else pair.client_id


def _made(work: Work, case: Case) -> frozenset[UUID]:
    """Return the cases of this client that are restricted because of other pairs of hers."""
    return apart_of(work, case.client_id).cases
