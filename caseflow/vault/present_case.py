"""Say which of a unit's cases of a client is the present one: all that hides or opens asks here."""

from collections.abc import Iterable
from datetime import datetime

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor


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


def kept_from(case: Case | None, actor: Actor) -> bool:
    """Say whether a unit's present case keeps the client to others; one in doubt does."""
    return case is None or (case.restricted and actor.staff not in case.assigned)


def _recency(case: Case) -> tuple[bool, datetime]:
    return case.closed_at is None, case.closed_at or case.opened_at
