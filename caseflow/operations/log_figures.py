"""Count what an operator watches of the log: nothing here tells of a client, a person or a unit."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from caseflow.audit.look import LogFilter, entries, newest_checkpoint
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act


@dataclass(frozen=True, slots=True)
class LogFigures:
    """How the log stands; ages are in seconds, None where there was none yet."""

    entries: int  # in the tree
    staged: int  # waiting for it
    lag: float  # how long the oldest of them has waited
    checkpoint_age: float | None
    witnessed: int  # entries that a witness outside has seen
    witness_age: float | None
    verified_age: float | None  # since somebody had the log verified


def log_figures(work: Work) -> LogFigures:
    """Return how the log stands at this instant."""
    now = work.clock.now()

    def age(since: datetime | None) -> float | None:
        return None if since is None else max(0.0, (now - since).total_seconds())

    head = newest_checkpoint(work)
    oldest, staged = work.session.execute(
        select(func.min(StagedEntry.at), func.count()).select_from(StagedEntry)
    ).one()
    newest = select(func.max(Leaf.at)).where(Leaf.act == Act.LOG_VERIFY)
    seen = entries(work, LogFilter(act=Act.LOG_WITNESS, decision="permitted"), limit=1)
    return LogFigures(
        entries=0 if head is None else head.size,
        staged=staged,
        lag=age(oldest) or 0.0,
        checkpoint_age=age(None if head is None else head.at),
        witnessed=int(seen[0].content["details"]["size"]) if seen else 0,
        witness_age=age(seen[0].at) if seen else None,
        verified_age=age(work.session.scalar(newest)),
    )
