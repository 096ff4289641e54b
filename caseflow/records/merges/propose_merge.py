"""Propose that two clients are one person; nothing changes before a second person has agreed."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.crypto.client_codes import read_code
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.records.look_up_client import client_with
from caseflow.records.merges.merge_rows import Both, is_waiting, merge_rows, trace_both
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.join_records import never_one
from caseflow.vault.permit import Ask, Deeds, permit
from caseflow.vault.permit_both import permit_both
from caseflow.vault.present_case import is_open
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id


@dataclass(frozen=True, slots=True)
class OtherRecord:
    """By what the other of the two is named: her code, or the id in her address."""

    code: str = ""
    client: UUID | None = None


def propose_merge(
    work: Work, actor: Actor, client: UUID, other: OtherRecord, reason: str
) -> Done[UUID] | Invalid | Refused:
    """Record the proposal and return its id; why it is the same person is sealed to the officers.

    Both must be open to who proposes it, one of them by an open case of her unit: else it is as
    for a code that was never issued. What waits already stays the one there is.
    """
    return again(work, partial(_attempt, work, actor, client, other, reason.strip()))


def _attempt(
    work: Work, actor: Actor, client: UUID, other: OtherRecord, reason: str
) -> Done[UUID] | Invalid | Refused:
    problems = _problems(other, reason)
    if problems:
        return _complain(work, actor, client, problems)
    named = _named(work, other)
    if named == client:
        return _complain(work, actor, client, (Problem("code", "herself"),))
    # The other one first: behind a wall against who asks, the officer is told so.
    asks = Ask(Act.MERGE_PROPOSE, named), Ask(Act.MERGE_PROPOSE, client, reason=reason)
    given = permit_both(work, actor, *asks)
    if isinstance(given, Refused):
        return given
    refused = _why_not(work, given)
    if refused is not None:
        return refuse(work, given[0], refused)
    row = _waiting(work, actor, given) or _row(work, given)
    told = Deeds(rows=(digest_of(row),), details={"merge": str(row.id)})
    trace_both(work, given, row, told)
    return Done(row.id)


def _problems(other: OtherRecord, reason: str) -> tuple[Problem, ...]:
    problems = [] if reason else [Problem("reason", "required")]
    if other.client is None and read_code(other.code) is None:
        problems.append(Problem("code", "no_client_code", {"given": other.code}))
    return tuple(problems)


def _complain(
    work: Work, actor: Actor, client: UUID, problems: tuple[Problem, ...]
) -> Invalid | Refused:
    """Return what is wrong, where the client herself is open."""
    given = permit(work, actor, Ask(Act.MERGE_PROPOSE, client))
    if isinstance(given, Refused):
        return given
    begin_again(work)
    return Invalid(problems)


def _named(work: Work, other: OtherRecord) -> UUID:
    """Return the other client; of a code that nobody has an id that is nobody's."""
    if other.client is not None:
        return other.client
    return client_with(work, read_code(other.code) or "") or new_id()


def _why_not(work: Work, given: Both) -> Reason | None:
    first, second = (each.gathered for each in given)
    cases = [case for each in (first, second) for case in each.cases]
    if not any(is_open(case) for case in cases) or never_one(work, first.person, second.person):
        return Reason.NOT_OPEN
    return Reason.TOO_LATE if second.person.ids[0] in first.person.ids else None


def _waiting(work: Work, actor: Actor, given: Both) -> Merge | None:
    pair = {each.ask.client for each in given}
    same = (
        row
        for row in merge_rows(work)
        if is_waiting(row) and {row.first_client, row.second_client} == pair
    )
    return next((row for row in same if row.unit_id == actor.unit), None)


def _row(work: Work, given: Both) -> Merge:
    other, one = given
    row = Merge(
        first_client=one.ask.client,
        second_client=other.ask.client,
        unit_id=one.actor.unit,
        proposed_by=one.actor.staff,
        proposed_at=work.clock.now(),
    )
    work.session.add(row)
    work.session.flush()
    return row
