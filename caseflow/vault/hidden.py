"""Say which clients do not exist for a staff member, whatever her unit knows."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.unit_of_work import Work
from caseflow.vault.present_case import kept_from_any, present_cases
from caseflow.vault.same_person import everybody
from caseflow.vocabulary.actors import Actor


def walled_clients(work: Work, actor: Actor) -> set[UUID]:
    """Return the clients whom she must never meet, each under every id that was walled off."""
    walls = work.session.scalars(select(Wall).where(Wall.staff_id == actor.staff)).all()
    sound = set(map(id, intact(work, walls)))
    # A wall whose seal is broken still stands.
    return {wall.client_id for wall in walls if wall.lifted_at is None or id(wall) not in sound}


def hidden_clients(work: Work, actor: Actor, clients: Iterable[UUID]) -> set[UUID]:
    """Return whom of these a wall hides, or her unit's present case keeps to others of its staff.

    Behind a case whose seal is broken she is hidden from everybody.
    """
    people = everybody(work)
    asked = {client: people.who(client).ids for client in clients}
    ids = {each for hers in asked.values() for each in hers}
    found = select(Case).where(Case.unit_id == actor.unit, Case.client_id.in_(ids))
    cases: defaultdict[UUID, list[Case]] = defaultdict(list)
    for case in work.session.scalars(found):
        cases[case.client_id].append(case)
    walled = walled_clients(work, actor)
    return {
        client
        for client, hers in asked.items()
        if not walled.isdisjoint(hers) or _kept(work, actor, [cases.get(each, []) for each in hers])
    }


def _kept(work: Work, actor: Actor, by_id: Iterable[list[Case]]) -> bool:
    return kept_from_any(present_cases(work, chain.from_iterable(by_id)), actor)
