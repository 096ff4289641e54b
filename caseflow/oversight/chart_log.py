"""Count the log by day and unit, to be drawn: accesses, refusals, emergencies, those that wait."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from caseflow.audit.look import LogFilter, all_entries
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.unit_of_work import Work
from caseflow.oversight.trace_look import trace_look
from caseflow.vault.bring_in import bring_in
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.clock import end_of_day, start_of_day
from caseflow.vocabulary.sights import SEEING

Counts = Mapping[UUID | None, tuple[int, ...]]  # by unit, one for each day; None: in no unit
_EMERGENCIES = frozenset({Act.EMERGENCY_DECLARE, Act.EMERGENCY_REVIEW})


@dataclass(frozen=True, slots=True)
class LogCharts:
    """How often what happened on each day, by local days of the provider."""

    days: tuple[date, ...]
    accesses: Counts  # to clients, permitted
    refusals: Counts  # of whatever was asked for
    emergencies: Counts  # declared
    waiting: tuple[int, ...]  # emergencies without a finding at the end of the day


def chart_log(
    work: Work, actor: Actor, last: date, days: int, unit: UUID | None = None
) -> Disclosed[LogCharts] | Refused:
    """Return the figures of some days, of all units or of one; the look is an entry of the log."""
    bring_in(work)
    shown = tuple(last - timedelta(days=back) for back in reversed(range(days)))
    asked = {"charts": "yes", "since": shown[0].isoformat(), "until": last.isoformat()}
    if unit is not None:
        asked["unit"] = str(unit)
    return trace_look(work, actor, asked, lambda: _charts(work, shown, unit))


def _charts(work: Work, days: tuple[date, ...], unit: UUID | None) -> LogCharts:
    kinds: tuple[dict[UUID | None, list[int]], ...] = tuple(
        defaultdict(lambda: [0] * len(days)) for _ in range(3)
    )
    accesses, refusals, emergencies = kinds
    for at, where, act, permitted, count in _counted(work, days, unit):
        if not permitted:
            refusals[where][at] += count
        elif act in SEEING:
            accesses[where][at] += count
        elif act == Act.EMERGENCY_DECLARE:
            emergencies[where][at] += count
    waiting = _waiting(work, days, unit)
    return LogCharts(days, _frozen(accesses), _frozen(refusals), _frozen(emergencies), waiting)


def _frozen(kind: Mapping[UUID | None, list[int]]) -> Counts:
    return {where: tuple(row) for where, row in kind.items()}


def _counted(
    work: Work, days: tuple[date, ...], unit: UUID | None
) -> Iterator[tuple[int, UUID | None, str, bool, int]]:
    zone = work.configuration.zone
    columns = (Leaf.unit_id, Leaf.act, Leaf.decision)
    query = select(*columns, func.count()).group_by(*columns)
    if unit is not None:
        query = query.where(Leaf.unit_id == unit)
    for at, day in enumerate(days):
        of_day = query.where(Leaf.at >= start_of_day(day, zone), Leaf.at < end_of_day(day, zone))
        for where, act, decision, count in work.session.execute(of_day):
            yield at, where, act, decision == "permitted", count


def _waiting(work: Work, days: tuple[date, ...], unit: UUID | None) -> tuple[int, ...]:
    """Return how many emergencies had no finding when each day ended."""
    declared: dict[str, datetime] = {}
    found: dict[str, datetime] = {}
    for each in all_entries(work, LogFilter(acts=_EMERGENCIES, decision="permitted")):
        said = each.content.get("details", {})
        if "finding" in said:
            found[said["emergency"]] = each.at
        elif _declared_in(each.content, unit):
            declared[said["emergency"]] = each.at
    ends = [end_of_day(day, work.configuration.zone) for day in days]
    spans = [(begin, found.get(key)) for key, begin in declared.items()]
    return tuple(
        sum(begin < end and (done is None or done >= end) for begin, done in spans) for end in ends
    )


def _declared_in(content: Mapping[str, object], unit: UUID | None) -> bool:
    here = unit is None or content.get("unit") == str(unit)
    return here and content["act"] == Act.EMERGENCY_DECLARE
