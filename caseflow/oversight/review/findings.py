"""Note what was found in a review, say what was done about it, and read both again."""

import dataclasses
from collections.abc import Collection
from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.reviews import ReviewFinding
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.oversight.review.view_of import FindingView, finding_view
from caseflow.vault.again import again
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.reasons import open_as_oversight, seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.review_rules import Rule

_ALL = select(ReviewFinding).order_by(
    ReviewFinding.closed_at.is_not(None), ReviewFinding.noted_at, ReviewFinding.id
)


def note_finding(
    work: Work, actor: Actor, rule: str, positions: Collection[int], note: str
) -> Done[UUID] | Invalid | Refused:
    """Keep a finding, sealed to oversight, with the entries that it is about."""
    given = permit_reviewer(work, actor, Act.FINDING_NOTE)
    if isinstance(given, Refused):
        return given
    problems = [Problem("note", "required")] if not note.strip() else []
    problems += [] if rule in list(Rule) else [Problem("rule", "not_a_choice")]
    if problems:
        work.abandon()
        return Invalid(tuple(problems))
    row = ReviewFinding(
        id=(name := new_id()),
        rule=rule,
        positions=tuple(map(str, positions)),
        note=seal_for_oversight(work, name, note.strip(), "note"),
        noted_by=actor.staff,
        noted_at=work.clock.now(),
    )
    work.session.add(row)
    work.session.flush()
    trace(work, given, Deeds(rows=(digest_of(row),), details={"finding": str(name), "rule": rule}))
    return Done(name)


def close_finding(
    work: Work, actor: Actor, finding: UUID, done: str
) -> Done[None] | Invalid | Refused:
    """Say what was done about a finding, once."""
    return again(work, partial(_close, work, actor, finding, done.strip()))


def list_findings(work: Work, actor: Actor) -> Disclosed[tuple[FindingView, ...]] | Refused:
    """Return all findings with their texts, the open ones first; they open after the trace."""
    given = permit_member(work, actor, Act.REASON_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    rows = intact(work, work.session.scalars(_ALL))
    trace(work, given, Deeds(details={"findings": str(len(rows))}))
    work.finish()
    damaged: list[Alarm] = []
    views = tuple(_opened(work, row, damaged) for row in rows)
    if damaged:
        raise_alarms(work, actor, damaged)
    return Disclosed(views)


def findings_since(work: Work, first: int) -> list[ReviewFinding]:
    """Return those that are open, or about entries from this position on."""
    rows = intact(work, work.session.scalars(_ALL))
    return [
        row
        for row in rows
        if row.closed_at is None or any(int(each) >= first for each in row.positions)
    ]


def is_kept(work: Work, finding: UUID) -> bool:
    """Say whether there is such a finding, as it was written."""
    return _kept(work, finding) is not None


def _kept(work: Work, finding: UUID) -> ReviewFinding | None:
    found = select(ReviewFinding).where(ReviewFinding.id == finding)
    return next(iter(intact(work, work.session.scalars(found))), None)


def _close(work: Work, actor: Actor, finding: UUID, done: str) -> Done[None] | Invalid | Refused:
    given = permit_reviewer(work, actor, Act.FINDING_CLOSE)
    if isinstance(given, Refused):
        return given
    row = _kept(work, finding)
    if row is None:
        return refuse(work, given)
    if row.closed_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    if not done:
        work.abandon()
        return Invalid((Problem("done", "required"),))
    sealed = seal_for_oversight(work, row.id, done, "done")
    change(work, row, closed_by=actor.staff, closed_at=work.clock.now(), done=sealed)
    told = {"finding": str(row.id), "rule": row.rule}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
    return Done(None)


def _opened(work: Work, row: ReviewFinding, damaged: list[Alarm]) -> FindingView:
    view = finding_view(row)
    try:
        note = open_as_oversight(work, row.id, row.note, "note")
        done = None if row.done is None else open_as_oversight(work, row.id, row.done, "done")
    except BrokenKey:
        damaged.append(Alarm.of_key(ReviewFinding.__tablename__, row.id))
        return view
    return dataclasses.replace(view, note=note, done=done)
