"""Look through a period: decide every access again, ask every rule, and draw the sample."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.walk import Step, walk
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.merkle.samples import draw
from caseflow.oversight.review.periods import Period
from caseflow.oversight.rules import QUERIES, Hit, Seen, Setting, Watch
from caseflow.oversight.rules.seen import Entries
from caseflow.vault.recompute import Span, recompute
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.hindsight import Outcome, Recomputed, Verdict
from caseflow.vocabulary.review_rules import Rule
from caseflow.vocabulary.sights import SEEING

Progress = Callable[[int, int], None]

_RULES = {
    Outcome.NO_BASIS: Rule.NO_BASIS,
    Outcome.BASIS_DIFFERS: Rule.NO_BASIS,
    Outcome.UNDECIDABLE: Rule.UNDECIDABLE,
}


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose entries are looked at: those of all but the reviewer, or hers alone, by another one."""

    reviewer: UUID
    hers: bool = False

    def covers(self, staff: UUID | None) -> bool:
        """Say whether what somebody did is looked at; nobody reviews her own."""
        return (staff == self.reviewer) is self.hers


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in the entries that were looked at."""

    counts: Mapping[str, int]
    hits: tuple[Hit, ...]
    sample: tuple[int, ...]  # positions, in the order in which they were drawn
    looks: Mapping[UUID, int]  # entries of other officers, by whom
    own: int  # entries that were not, since they are the reviewer's own: another officer's work


def look_through(work: Work, whose: Whose, period: Period, progress: Progress) -> Findings:
    """Return what there is to look at; the connection is given back again and again meanwhile."""
    span = Span(period.first, period.head.size)
    found = _Found(_setting(work), whose)
    verdicts: Counter[str] = Counter()
    hits = _decided_again(recompute(work, span, progress), whose, verdicts)
    for steps in walk(work, span.first, span.size):
        for step in steps:
            if step.staff is not None and step.unit is not None:
                found.take(step, step.staff, step.unit)
        work.finish()
    hits += [hit for watch in found.watches for hit in watch.hits() if whose.covers(hit.staff)]
    sample = tuple(draw(period.seed, found.accesses, _wanted(work, len(found.accesses))))
    counts = Counter(f"rule_{hit.rule}" for hit in hits) + verdicts
    counts += Counter(
        entries=found.entries if whose.hers else span.size - span.first,
        accesses=len(found.accesses),
        sample=len(sample),
        own=found.own,
    )
    return Findings(counts, tuple(hits), sample, found.looks, found.own)


class _Found:
    """What one pass over the period leaves behind."""

    def __init__(self, setting: Setting, whose: Whose) -> None:
        self._whose = whose
        self.watches: list[Watch] = [query(setting) for query in QUERIES]
        self.accesses = array("Q")  # positions, eight bytes each: there may be millions
        self.looks: Counter[UUID] = Counter()
        self.entries = 0
        self.own = 0

    def take(self, step: Step, staff: UUID, unit: UUID) -> None:
        """Take in one entry; the rules see all, for they compare her with her colleagues."""
        said = step.content or {}
        if self._whose.covers(staff):
            self._look_at(step, staff, said)
        elif staff == self._whose.reviewer:
            self.own += 1
        session = said.get("session", "")
        seen = Seen(
            step.position, step.at, step.act, step.permitted, staff, unit, session, step.client
        )
        for watch in self.watches:
            watch.see(seen)

    def _look_at(self, step: Step, staff: UUID, said: Mapping[str, Any]) -> None:
        self.entries += 1
        if said.get("role") == Role.OFFICER:
            self.looks[staff] += 1
        if step.permitted and step.act in SEEING:
            self.accesses.append(step.position)


def _decided_again(
    recomputed: Iterable[Recomputed], whose: Whose, verdicts: Counter[str]
) -> list[Hit]:
    """Return what the rows do not bear out, by staff member, unit and verdict."""
    found: defaultdict[tuple[UUID | None, UUID | None, Verdict], Entries] = defaultdict(Entries)
    for each in filter(lambda one: whose.covers(one.staff), recomputed):
        verdicts[each.verdict.outcome] += 1
        if each.verdict.outcome is not Outcome.AGREES:
            found[each.staff, each.unit, each.verdict].add(each.position)
    return [
        Hit(
            _RULES[verdict.outcome],
            staff,
            unit,
            entries.count,
            tuple(entries.positions),
            {"verdict": verdict.lost or verdict.outcome},
        )
        for (staff, unit, verdict), entries in found.items()
    ]


def _setting(work: Work) -> Setting:
    members = intact(work, work.session.scalars(select(Membership)))
    here = {(each.staff_id, each.unit_id) for each in members if each.ended_at is None}
    left = {
        (each.staff_id, each.unit_id): each.ended_at
        for each in sorted(members, key=lambda member: member.since)
        if each.ended_at is not None and (each.staff_id, each.unit_id) not in here
    }
    kinds = {unit.id: unit.kind for unit in list_units(work)}
    return Setting(work.configuration.review, work.configuration.zone, kinds, left)


def _wanted(work: Work, accesses: int) -> int:
    """Return how many of so many accesses are looked at."""
    sample = work.configuration.review.sample
    return min(max(sample.least, ceil(accesses * sample.percent / 100)), sample.most)
