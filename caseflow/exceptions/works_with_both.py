"""Find who works with two clients who are to be kept apart; of whom it is said to whom may know."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.colleagues import names_of
from caseflow.vault.apart_rows import present_cases, staff_behind_walls
from caseflow.vault.codes import code_of
from caseflow.vault.present_case import is_open, kept_from
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Problem


@dataclass(frozen=True, slots=True)
class Both:
    """Somebody who is assigned to an open case of either."""

    staff: UUID
    one: Case
    other: Case


def works_with_both(work: Work, one: UUID, other: UUID) -> list[Both]:
    """Return them all; who is no member any more, or walled off from one of both, is none."""
    shut = staff_behind_walls(work, one) | staff_behind_walls(work, other)
    ways = product(_open(work, one), _open(work, other))
    found = [
        Both(staff, *way)
        for way in ways
        for staff in sorted({*way[0].assigned} & {*way[1].assigned})
    ]
    members = _members(work, {each.staff for each in found})
    return [
        each
        for each in found
        if each.staff not in shut
        and {(each.staff, each.one.unit_id), (each.staff, each.other.unit_id)} <= members
    ]


def say_to(work: Work, actor: Actor, found: list[Both]) -> Iterator[Problem]:
    """Yield who has to be taken off which case first, where the actor may know of both cases.

    Of other units she learns nothing but that there is somebody; the log names her to the officers.
    """
    known = [each for each in found if _may_know(actor, each.one) and _may_know(actor, each.other)]
    names = names_of(work, {each.staff for each in known})
    for each in known:
        codes = {"one": code_of(work, each.one), "other": code_of(work, each.other)}
        yield Problem("staff", "works_with_both", {"name": names.get(each.staff, ""), **codes})
    if len(known) < len(found):
        yield Problem("staff", "works_with_both_elsewhere")


def _open(work: Work, client: UUID) -> list[Case]:
    return [case for case in present_cases(work, client) if is_open(case)]


def _members(work: Work, staff: set[UUID]) -> set[tuple[UUID, UUID]]:
    held = select(Membership).where(Membership.staff_id.in_(staff), Membership.ended_at.is_(None))
    return {(row.staff_id, row.unit_id) for row in intact(work, work.session.scalars(held))}


def _may_know(actor: Actor, case: Case) -> bool:
    return case.unit_id == actor.unit and not kept_from(case, actor)
