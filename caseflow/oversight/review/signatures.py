"""Write a sign-off: of a period, or of what the officer who signed one has done in it herself."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from caseflow.audit.record import digest_of
from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.emergencies import Emergencies
from caseflow.oversight.review.findings import findings_since
from caseflow.oversight.review.look_through import Findings
from caseflow.oversight.review.open_looks import open_looks
from caseflow.oversight.review.periods import Period
from caseflow.oversight.rules import QUERIES, QUERIES_VERSION
from caseflow.vault.permit import Deeds, Permit, trace
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.answers import Done, Problem, Reason, Refused
from caseflow.vocabulary.review_rules import SignOffKind


@dataclass(frozen=True, slots=True)
class Signing:
    """What an officer signs: up to which size she has looked, and that she has."""

    size: int
    looked: bool  # at every hit and every entry of the sample
    note: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked through, and whose entries it were."""

    period: Period
    findings: Findings
    of: UUID | None = None  # the sign-off whose reviewer's entries it were; none: all others'


def problems_of(looked: Looked, emergencies: Emergencies, signing: Signing) -> tuple[Problem, ...]:
    """Return what stands against the sign-off; who is told of damage says what she knows of it."""
    problems = [] if looked.period.grown else [Problem("size", "not_grown")]
    problems += [] if signing.looked else [Problem("looked", "required")]
    if emergencies.waiting:
        told = {"count": str(emergencies.waiting)}
        problems.append(Problem("emergencies", "emergencies_wait", told))
    if emergencies.damaged and not signing.note.strip():
        told = {"count": str(emergencies.damaged)}
        problems.append(Problem("note", "emergencies_damaged", told))
    return tuple(problems)


def write_sign_off(
    work: Work, given: Permit, looked: Looked, emergencies: Emergencies, note: str
) -> Done[UUID] | Refused:
    """Write it, and return its id; where somebody else was faster it is too late."""
    row = _row(work, given, looked, _counts(work, looked, emergencies))
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


def _row(work: Work, given: Permit, looked: Looked, counts: Counter[str]) -> SignOff:
    period, whole = looked.period, looked.of is None
    found = findings_since(work, period.first) if whole else []
    return SignOff(
        kind=SignOffKind.PERIOD if whole else SignOffKind.LOOKS,
        first=period.first,
        size=period.head.size,
        root=period.head.root,
        previous_id=period.previous if whole else None,
        of_id=looked.of,
        queries_version=QUERIES_VERSION,
        queries=_queries(work),
        seed=period.seed,
        sample=tuple(map(str, looked.findings.sample)),
        counts=tuple({"what": what, "count": str(n)} for what, n in sorted(counts.items())),
        findings=tuple(each.id for each in found),
        reviewer_id=given.actor.staff,
        signed_at=work.clock.now(),
    )


def _counts(work: Work, looked: Looked, emergencies: Emergencies) -> Counter[str]:
    """Return what was found, and how much is open still."""
    counts = Counter(looked.findings.counts)
    if emergencies.damaged:
        counts["emergencies_damaged"] = emergencies.damaged
    waiting = len(open_looks(work)) if looked.of is None else 0
    if waiting:
        counts["looks_open"] = waiting
    return counts


def _queries(work: Work) -> tuple[dict[str, str], ...]:
    """Return the rules that were asked, with their parameters."""
    parameters = json.dumps(asdict(work.configuration.review), default=_plain, sort_keys=True)
    rules = " ".join(query.rule for query in QUERIES)
    return ({"rules": rules, "parameters": parameters},)


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, frozenset) else str(value)
