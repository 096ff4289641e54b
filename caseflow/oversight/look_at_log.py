"""Look at the log, page by page; the look itself is an entry of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.audit.entries import Decision
from caseflow.audit.look import LogFilter, entries
from caseflow.database.unit_of_work import Work
from caseflow.oversight.asked_client import asked_client
from caseflow.oversight.log_lines import LogLine, log_lines
from caseflow.vault.bring_in import bring_in
from caseflow.vault.permit import Ask, Deeds, Permit, permit, permit_member, trace
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem, Refused
from caseflow.vocabulary.clock import instant_text

SHOWN_AT_MOST = 100
_DECISIONS: Mapping[bool, Decision] = {True: "permitted", False: "refused"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LogQuery:
    """What an officer asks the log for; None asks for nothing."""

    client: str | None = None  # her code or one of her ids: she is asked for by all of them
    staff: UUID | None = None
    unit: UUID | None = None
    act: Act | None = None
    acts: frozenset[Act] | None = None  # any of them
    permitted: bool | None = None  # False: refusals only
    basis: UUID | None = None  # a consent, a case, an exception
    since: datetime | None = None  # from this instant
    until: datetime | None = None  # up to, and without, this one


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some entries, the newest first, and the position to go on from."""

    lines: tuple[LogLine, ...]
    next: int | None  # None: these were the last


def look_at_log(
    work: Work, actor: Actor, query: LogQuery, after: int | None = None
) -> Disclosed[LogPage] | Invalid | Refused:
    """Return the newest entries that fit, or those before the position `after`; at most 100.

    What was staged until now is brought in first: an officer sees who has just seen a client.
    """
    bring_in(work)
    client = None if query.client is None else asked_client(work, query.client)
    if isinstance(client, Problem):
        work.finish()
        return Invalid((client,))
    given = _permit(work, actor, client)
    if isinstance(given, Refused):
        work.finish()
        return given
    filters = _filters(query, None if client is None else person_of(work, client).ids)
    found = entries(work, filters, after, SHOWN_AT_MOST + 1)
    shown = found[:SHOWN_AT_MOST]
    page = LogPage(log_lines(work, shown), shown[-1].position if len(found) > len(shown) else None)
    trace(work, given, Deeds(details=_asked(filters, after)))
    work.finish()
    return Disclosed(page)


def _permit(work: Work, actor: Actor, client: UUID | None) -> Permit | Refused:
    if client is None:
        return permit_member(work, actor, Act.LOG_READ)
    return permit(work, actor, Ask(Act.LOG_READ, client))


def _filters(query: LogQuery, clients: Sequence[UUID] | None) -> LogFilter:
    return LogFilter(
        clients=None if clients is None else frozenset(clients),
        staff=query.staff,
        unit=query.unit,
        act=query.act,
        acts=query.acts,
        decision=None if query.permitted is None else _DECISIONS[query.permitted],
        basis=query.basis,
        since=query.since,
        until=query.until,
    )


def _asked(filters: LogFilter, after: int | None) -> dict[str, str]:
    """Return what was asked for, as the log names it; the client stands in the entry itself."""
    asked = {
        "staff": filters.staff,
        "unit": filters.unit,
        "act": filters.act,
        "acts": None if filters.acts is None else ",".join(sorted(filters.acts)),
        "decision": filters.decision,
        "basis": filters.basis,
        "since": None if filters.since is None else instant_text(filters.since),
        "until": None if filters.until is None else instant_text(filters.until),
        "after": after,
    }
    return {name: str(value) for name, value in asked.items() if value is not None}
