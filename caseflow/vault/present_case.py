"""Say which of a unit's cases of a client is the present one: all that hides or opens asks here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor


@dataclass(frozen=True, slots=True)
class Kept:
    """To whom a unit's present case keeps a client, or several cases of one person together."""

    unit_id: UUID
    restricted: bool
    assigned: tuple[UUID, ...]


def present_case(work: Work, cases: Iterable[Case]) -> Case | None:
    """Return the open one of one unit's cases of one client, else the one closed last.

    None too where a broken seal leaves that in doubt: an older case must not stand in for a
    restricted one that somebody changed. A sound open one is beyond doubt, for there is only one.
    """
    rows = list(cases)
    sound = intact(work, rows)
    latest = max(sound, key=_recency, default=None)
    if latest is not None and latest.closed_at is not None and len(sound) < len(rows):
        return None
    return latest


def present_cases(work: Work, cases: Iterable[Case]) -> list[Case] | None:
    """Return the present case under each id of one person in one unit, the oldest open one first.

    None where any of them is in doubt. While two records are one person, the first stands for all,
    and what one of them keeps to some staff is kept to them.
    """
    by_client: defaultdict[UUID, list[Case]] = defaultdict(list)
    for case in cases:
        by_client[case.client_id].append(case)
    present: list[Case] = []
    for each in by_client.values():
        found = present_case(work, each)
        if found is None:
            return None
        present.append(found)
    return sorted(present, key=_precedence)


def kept_together(cases: Sequence[Case]) -> Kept:
    """Return to whom the present cases of one person in one unit keep her; there is one at least.

    Of staff to whom one of them keeps her, those alone to whom the others that do keep her too.
    """
    restricted = [frozenset(case.assigned) for case in cases if case.restricted]
    assigned = frozenset[UUID]().union(*(case.assigned for case in cases))
    for each in restricted:
        assigned &= each
    return Kept(cases[0].unit_id, bool(restricted), tuple(sorted(assigned)))


def kept_from_any(cases: Iterable[Case] | None, actor: Actor) -> bool:
    """Say whether one of the present cases of a person keeps her to others; in doubt they do."""
    return cases is None or any(kept_from(case, actor) for case in cases)


def is_open(case: Case) -> bool:
    """Say whether a case is open."""
    return case.closed_at is None


def kept_from(case: Case | None, actor: Actor) -> bool:
    """Say whether a unit's present case keeps the client to others; one in doubt does."""
    return case is None or (case.restricted and actor.staff not in case.assigned)


def _recency(case: Case) -> tuple[bool, datetime]:
    return case.closed_at is None, case.closed_at or case.opened_at


def _precedence(case: Case) -> tuple[bool, float, UUID]:
    """Return the older of two open ones first, and of two closed ones the one closed last."""
    closed = case.closed_at is not None
    at = case.opened_at if case.closed_at is None else case.closed_at
    return closed, -at.timestamp() if closed else at.timestamp(), case.id
