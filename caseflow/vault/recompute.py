"""Decide every access of the log again at its instant, from the rows as they stand now."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from caseflow.audit.walk import Step, walk
from caseflow.database.unit_of_work import Work
from caseflow.policy.act_roles import ACTS
from caseflow.policy.hindsight import is_judged, judge
from caseflow.policy.past import Access
from caseflow.vault.past_rows import load_past
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.hindsight import Lost, Outcome, Recomputed, Verdict

Progress = Callable[[int, int], None]

_JUDGED = frozenset(act for act, roles in ACTS.items() if roles)  # others follow from acts
_PRUNED = Verdict(Outcome.UNDECIDABLE, Lost.PRUNED)
_NAMELESS = Verdict(Outcome.NO_BASIS)


@dataclass(frozen=True, slots=True)
class Span:
    """The entries to decide again: from a position on, in a log of a size."""

    first: int
    size: int


def recompute(work: Work, span: Span, progress: Progress) -> Iterator[Recomputed]:
    """Yield every access with its verdict, in the order of the log.

    Some hundred at a time are loaded with all that decides about them, and the connection is given
    back in between: nobody waits for it. Whoever calls this has staged a trace of it.
    """
    for steps in walk(work, span.first, span.size):
        yield from _judged(work, steps)
        work.finish()
        done = steps[-1].position + 1 - span.first if steps else 0
        progress(done, span.size - span.first)


def _judged(work: Work, steps: Iterable[Step]) -> Iterator[Recomputed]:
    asked = [(step, access_of(step)) for step in steps if _may_count(step)]
    accesses = [access for _, access in asked if isinstance(access, Access)]
    about = {each for access in accesses for each in (access.client, *access.clients) if each}
    past = load_past(work, about, {basis.id for access in accesses for basis in access.bases})
    for step, access in asked:
        if isinstance(access, Verdict):
            yield _told(step, access)
        elif is_judged(access):
            yield _told(step, judge(access, past))


def _may_count(step: Step) -> bool:
    """Say whether somebody did it in a role of hers; what time does, and administrators do, not.

    Of a pruned entry nobody can say what it was.
    """
    if step.content is None:
        return True
    by_member = step.staff is not None and step.unit is not None
    return by_member and step.permitted and step.act in _JUDGED


def access_of(step: Step) -> Access | Verdict:
    """Return what an entry says, or the verdict on one that says too little."""
    if step.content is None:
        return _PRUNED
    with suppress(KeyError, TypeError, ValueError):
        return _access(step, step.content)
    return _NAMELESS


def _access(step: Step, said: Mapping[str, Any]) -> Access:
    return Access(
        position=step.position,
        at=step.at,
        act=said["act"],
        staff=UUID(said["staff"]),
        session=_id(said, "session"),
        unit=UUID(said["unit"]),
        role=Role(said["role"]),
        client=_id(said, "client"),
        clients=tuple(map(UUID, said.get("clients", ()))),
        purpose=said.get("purpose", ""),
        bases=frozenset(
            Basis(BasisKind(each["kind"]), UUID(each["id"])) for each in said.get("bases", ())
        ),
        request=said["request"],
        drawers=frozenset(UUID(each["id"]) for each in said.get("drawers", ())),
        rows=frozenset(UUID(each["id"]) for each in said.get("rows", ())),
        reasoned="reason_digest" in said,
    )


def _id(said: Mapping[str, Any], name: str) -> UUID | None:
    return UUID(said[name]) if name in said else None


def _told(step: Step, verdict: Verdict) -> Recomputed:
    return Recomputed(
        position=step.position,
        at=step.at,
        act=step.act,
        staff=step.staff,
        unit=step.unit,
        client=step.client,
        verdict=verdict,
    )
