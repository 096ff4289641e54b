"""Prune the entries whose own retention is over ([retention.consent_and_log]).

An entry about a client stays as long as her record does, and then as long as the rule says; any
other one, from the end of its own year on. Nothing goes that no witness has seen.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
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
from caseflow.oversight.prune_proposal import AGREED, PROPOSED, Proposal, proposal_for
from caseflow.vault.bring_in import bring_in
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.clock import local_day

_RULE = "consent_and_log"
_MONTHS = 12


class PruneStep(StrEnum):
    """How far a pruning has come."""

    PLANNED = "planned"  # somebody asked what would go
    PROPOSED = "proposed"  # another officer has to agree
    PRUNED = "pruned"


@dataclass(frozen=True, slots=True)
class PruneReport:
    """What a pruning did, or would do."""

    step: PruneStep
    before: datetime | None  # entries of before this instant were looked at; None: no rule
    pruned: int
    looked_at: int


def prune_log(work: Work, actor: Actor, *, dry_run: bool = False) -> Done[PruneReport] | Refused:
    """Propose to prune what may go; where another officer has proposed it, prune that much.

    Some thousands of entries are pruned at a time, each time committed.
    """
    bring_in(work)  # a proposal may still wait for the tree
    given = permit_member(work, actor, Act.LOG_PRUNE)
    if isinstance(given, Refused):
        work.finish()
        return given
    before = _before(work)
    upto = 0 if before is None else min(_position(work, before), anchor_of(work).size)
    proposal = None if dry_run else proposal_for(work, actor)
    if proposal is not None:
        step, upto, details = PruneStep.PRUNED, min(upto, proposal.upto), _agreed(proposal)
    elif dry_run or upto == 0:
        step, details = PruneStep.PLANNED, {"dry_run": "yes"}
    else:
        step, details = PruneStep.PROPOSED, {PROPOSED: str(upto)}
    trace(work, given, Deeds(details=details))
    work.finish()
    pruned = _prune(work, actor, upto, step)
    return Done(PruneReport(step, before, pruned, upto))


def _agreed(proposal: Proposal) -> dict[str, str]:
    return {AGREED: str(proposal.entry), "upto": str(proposal.upto)}


def _prune(work: Work, actor: Actor, upto: int, how: PruneStep) -> int:
    """Prune, or look what would go; return how many."""
    pruned = seen = 0
    with closing(LogPruner(work, partial(_may_go, work), by(actor))) as pruner:
        while seen < upto:
            if how is PruneStep.PRUNED:
                step = pruner.step(seen, upto)
                work.finish()
                bring_in(work)  # a witness who looks now must find that it is told
            else:
                step = pruner.would_go(seen, upto)
                work.abandon()
            pruned, seen = pruned + step.count, step.seen
    return pruned


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
