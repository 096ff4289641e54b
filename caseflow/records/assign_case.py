"""Assign a case to staff members of the unit, and say whether only they may know of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import attempt
from caseflow.records.find_client import client_of
from caseflow.vault.apart_rows import apart_of
from caseflow.vault.contents import joined
from caseflow.vault.keep_apart import keep_apart, not_to_be_assigned
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.present_case import kept_from_any
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who works on a case from here on."""

    staff: Sequence[UUID]  # never empty
    restricted: bool  # nobody else of the unit knows of it; a lead is no exception
    generation: int | None = None  # of the case that was on the screen


def assign_case(
    work: Work, actor: Actor, case: UUID, assignment: Assignment, of: UUID | None = None
) -> Done[int] | Invalid | Conflict | Refused:
    """Write the assignment and return the case's new generation.

    While two records are one person, all cases of hers in the unit are assigned as one. Another's,
    where it is asked for under a client (`of`), is not there.

    A lead who may not know of a case assigns it to others when it is deserted; she does not know
    why it is restricted, so it stays so, nor to whom, so whoever is still there stays too.
    """

    def act(given: Permit) -> Done[int] | Invalid | Conflict | Refused:
        cases = given.gathered.cases
        row = next((each for each in cases if each.id == case), None)
        if row is None:
            return Refused()
        if assignment.generation not in {None, row.generation}:
            return Conflict(row.generation)
        unseen, members = kept_from_any(cases, actor), _members(work, actor.unit)
        restricted = assignment.restricted or unseen
        problems = (
            *_problems(assignment, members),
            *_kept(work, row, assignment, restricted=restricted),
        )
        if problems:
            return Invalid(problems)
        stay = {staff for each in cases for staff in each.assigned} & members if unseen else set()
        for each in cases:
            change(
                work,
                each,
                assigned=tuple(sorted({*assignment.staff, *stay})),
                restricted=restricted,
                generation=each.generation + 1,
            )
        apart = joined(*(keep_apart(work, actor, each) for each in cases))
        told = Deeds(rows=tuple(digest_of(each) for each in cases), details=_said(row))
        trace(work, given, joined(told, apart))
        return Done(row.generation)

    client = client_of(work, actor.unit, Case, case, of)
    return attempt(work, actor, Ask(Act.CASE_ASSIGN, client), act)


def _said(row: Case) -> dict[str, str]:
    """Return what a restore needs to restrict it again: to whom, where it is for these alone."""
    if not row.restricted:
        return {}
    return {"restricted": "yes", "assigned": " ".join(str(each) for each in row.assigned)}


def _members(work: Work, unit: UUID) -> set[UUID]:
    found = work.session.scalars(
        select(Membership).where(Membership.unit_id == unit, Membership.ended_at.is_(None))
    )
    return {member.staff_id for member in intact(work, found)}


def _problems(assignment: Assignment, members: set[UUID]) -> tuple[Problem, ...]:
    if not assignment.staff:
        return (Problem("staff", "empty"),)
    return tuple(
        Problem("staff", "not_a_member", {"given": str(staff)})
        for staff in assignment.staff
        if staff not in members
    )


def _kept(work: Work, row: Case, assignment: Assignment, *, restricted: bool) -> Iterator[Problem]:
    """Yield what stands against it that she may know of and not why: a wall, whosever it is.

    Whoever is assigned already may stay: that she is walled off is not told by saving as before.
    """
    if not restricted and apart_of(work, row.client_id).any:
        yield Problem("restricted", "stays_restricted")
    added = sorted(set(assignment.staff) - set(row.assigned))
    shut = not_to_be_assigned(work, row.client_id) if added else set()
    for staff in added:
        if staff in shut:
            yield Problem("staff", "cannot_work_here", {"given": str(staff)})
