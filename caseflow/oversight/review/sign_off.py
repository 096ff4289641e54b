"""Sign off a period of the log, up to a checkpoint, or the looks of the officer who did so."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseflow.audit.record import digest_of
from caseflow.audit.walk import checkpoint_at
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.findings import findings_since
from caseflow.oversight.review.look_through import Findings, Progress, look_through
from caseflow.oversight.review.periods import Period, period_up_to
from caseflow.oversight.review.reviewer import permit_reviewer
from caseflow.oversight.review.show_review import sign_offs, silent
from caseflow.oversight.rules import QUERIES, QUERIES_VERSION
from caseflow.vault.again import again
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.permit import NO_CLIENT, Ask, Deeds, Permit, note_refused, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.review_rules import SignOffKind


@dataclass(frozen=True, slots=True)
class Signing:
    """What an officer signs: up to which size she has looked, and that she has."""

    size: int
    looked: bool  # at every hit and every entry of the sample
    note: str = ""


def sign_off(
    work: Work, actor: Actor, signing: Signing, progress: Progress = silent
) -> Done[UUID] | Invalid | Refused:
    """Sign off the period up to the checkpoint that was shown.

    All of it is looked through once more before the permit: a decision must not wait for it. Of two
    who sign at once one is too late.
    """
    if actor.role is not Role.OFFICER:
        return note_refused(work, actor, Ask(Act.REVIEW_SIGN, NO_CLIENT), Refused())
    head = checkpoint_at(work, signing.size)
    if head is None:
        work.abandon()
        return Invalid((Problem("size", "beyond_log", {"size": str(signing.size)}),))
    period = period_up_to(work, head)
    if period.first >= head.size:
        work.abandon()
        return Invalid((Problem("size", "signed_already"),))
    found = look_through(work, actor.staff, period, progress)
    return again(work, partial(_sign, work, actor, (period, found), signing))


def sign_looks(work: Work, actor: Actor, of: UUID, note: str = "") -> Done[UUID] | Refused:
    """Say that the looks of the officer who signed a period have been reviewed by another one."""
    given = permit_reviewer(work, actor, Act.REVIEW_SIGN)
    if isinstance(given, Refused):
        return given
    period = sign_offs(work).get(of)
    if period is None or period.kind != SignOffKind.PERIOD:
        return refuse(work, given)
    if period.reviewer_id == actor.staff:
        return refuse(work, given, Reason.NOT_YOUR_ROLE)
    row = SignOff(
        kind=SignOffKind.LOOKS,
        first=period.first,
        size=period.size,
        root=period.root,
        previous_id=None,
        of_id=of,
        queries_version=period.queries_version,
        queries=(),
        seed=period.seed,
        sample=(),
        counts=({"what": "looks", "count": str(_counts(period).get("own", 0))},),
        findings=(),
        reviewer_id=actor.staff,
        signed_at=work.clock.now(),
    )
    return _added(work, given, row, note)


def _sign(
    work: Work, actor: Actor, seen: tuple[Period, Findings], signing: Signing
) -> Done[UUID] | Invalid | Refused:
    given = permit_reviewer(work, actor, Act.REVIEW_SIGN)
    if isinstance(given, Refused):
        return given
    period, found = seen
    problems = _problems(work, actor, period, signing)
    if problems:
        work.abandon()
        return Invalid(problems)
    counted = [{"what": what, "count": str(count)} for what, count in sorted(found.counts.items())]
    row = SignOff(
        kind=SignOffKind.PERIOD,
        first=period.first,
        size=period.head.size,
        root=period.head.root,
        previous_id=None if period.previous is None else period.previous.id,
        of_id=None,
        queries_version=QUERIES_VERSION,
        queries=_queries(work),
        seed=period.seed,
        sample=tuple(map(str, found.sample)),
        counts=tuple(counted),
        findings=tuple(each.id for each in findings_since(work, period.first)),
        reviewer_id=actor.staff,
        signed_at=work.clock.now(),
    )
    return _added(work, given, row, signing.note)


def _added(work: Work, given: Permit, row: SignOff, note: str) -> Done[UUID] | Refused:
    row.note = seal_for_oversight(work, row.id, note.strip()) if note.strip() else None
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError:
        return refuse(work, given, Reason.TOO_LATE)
    told = {"first": str(row.first), "size": str(row.size), "root": row.root.hex()}
    told |= {"kind": row.kind, "seed": row.seed.hex(), "sign_off": str(row.id)}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
    return Done(row.id)


def _problems(work: Work, actor: Actor, period: Period, signing: Signing) -> tuple[Problem, ...]:
    waiting = _emergencies(work, actor, period)
    problems = [] if period.grown else [Problem("size", "not_grown")]
    problems += [] if signing.looked else [Problem("looked", "required")]
    if waiting:
        problems.append(Problem("emergencies", "emergencies_wait", {"count": str(waiting)}))
    return tuple(problems)


def _emergencies(work: Work, actor: Actor, period: Period) -> int:
    """Return how many emergencies of the period she could review and nobody has reviewed."""
    found = select(EmergencyAccess).where(
        EmergencyAccess.finding.is_(None),
        EmergencyAccess.declared_at <= period.head.at,
        EmergencyAccess.staff_id != actor.staff,
    )
    rows = intact(work, work.session.scalars(found))
    hidden = hidden_clients(work, actor, {row.client_id for row in rows})
    return sum(row.client_id not in hidden for row in rows)


def _queries(work: Work) -> tuple[dict[str, str], ...]:
    """Return the rules that were asked, with their parameters."""
    parameters = json.dumps(asdict(work.configuration.review), default=_plain, sort_keys=True)
    rules = " ".join(query.rule for query in QUERIES)
    return ({"rules": rules, "parameters": parameters},)


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, frozenset) else str(value)


def _counts(row: SignOff) -> Mapping[str, int]:
    return {each["what"]: int(each["count"]) for each in row.counts}
