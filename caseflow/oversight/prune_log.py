"""Prune the entries whose own retention is over ([retention.consent_and_log]).

An entry about a client stays as long as her record does, and then as long as the rule says; any
other one, from the end of its own year on. Nothing goes that no witness has seen.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from caseflow.audit.entries import by
from caseflow.audit.prune import LogPruner
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.clients import Client
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.oversight.anchor import anchor_of
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.clock import local_day

_RULE = "consent_and_log"
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class PruneReport:
    """What a pruning did, or would have done."""

    before: datetime | None  # entries of before this instant were looked at; None: no rule
    pruned: int
    looked_at: int


def prune_log(work: Work, actor: Actor, *, dry_run: bool = False) -> Done[PruneReport] | Refused:
    """Prune what may go, some thousands of entries at a time, each time committed."""
    given = permit_member(work, actor, Act.LOG_PRUNE)
    if isinstance(given, Refused):
        work.finish()
        return given
    before = _before(work)
    trace(work, given, Deeds(details={"dry_run": "yes" if dry_run else "no"}))
    upto = 0 if before is None else min(_position(work, before), anchor_of(work).size)
    work.finish()
    pruned = seen = 0
    with closing(LogPruner(work, partial(_may_go, work), by(actor))) as pruner:
        while seen < upto:
            step = pruner.would_go(seen, upto) if dry_run else pruner.step(seen, upto)
            if dry_run:
                work.abandon()
            else:
                work.finish()
            pruned, seen = pruned + step.count, step.seen
    return Done(PruneReport(before, pruned, upto))


def _may_go(work: Work, contents: Sequence[Mapping[str, Any]]) -> list[bool]:
    kept = _kept(work, contents)
    return [kept.isdisjoint(_about(content)) for content in contents]


def _before(work: Work) -> datetime | None:
    """Return the first instant whose entries must still be kept, None where no rule says it."""
    rule = work.configuration.retention.get(_RULE)
    if rule is None:
        return None
    zone = work.configuration.zone
    today = local_day(work.clock.now(), zone)
    # The year's end after which `months` have passed by today.
    year = (today.year * _MONTHS + today.month - 1 - rule.months) // _MONTHS
    return datetime.combine(today.replace(year=year, month=1, day=1), time(), zone)


def _position(work: Work, before: datetime) -> int:
    """Return the position up to which every entry is from before this instant."""
    later = select(func.min(Leaf.position)).where(Leaf.at >= before)
    first = work.session.scalar(later)
    if first is not None:
        return first
    last = work.session.scalar(select(func.max(Leaf.position)))
    return 0 if last is None else last + 1


def _kept(work: Work, contents: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return which of the clients that entries name still have a record, or its evidence."""
    named = [UUID(each) for each in {each for content in contents for each in _about(content)}]
    kept: set[str] = set()
    for start in range(0, len(named), 500):
        ids = named[start : start + 500]
        gone = select(Erasure.client_id).where(
            Erasure.client_id.in_(ids), Erasure.whole, Erasure.evidence_gone_at.is_not(None)
        )
        found = select(Client.id).where(Client.id.in_(ids), Client.id.not_in(gone))
        kept |= {str(each) for each in work.session.scalars(found)}
    return kept


def _about(content: Mapping[str, Any]) -> set[str]:
    return {*content.get("clients", ()), *([content["client"]] if "client" in content else ())}
