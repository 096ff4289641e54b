"""Read the limits of config/provider.toml; none may be loosened beyond what is still safe."""

from collections.abc import Mapping
from datetime import timedelta

from caseflow.settings.read_document_limits import read_document_limits
from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.configuration import Limits, ReadingBudget, Throttle

# setting: least and most; its last word is the unit of time
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "session_idle_minutes": (1, 60),
    "session_absolute_hours": (1, 24),
    "desk_minutes": (5, 240),
    "emergency_hours": (1, 24),
    "emergency_review_hours": (1, 168),
    "exception_days": (1, 90),
    "longest_exception_days": (1, 365),
    "handover_days": (1, 90),
    "invitation_days": (1, 30),
    "consent_days": (1, 1825),
    "frozen_copy_days": (1, 90),
    "api_token_days": (1, 365),
    "known_browser_days": (1, 400),  # no browser keeps a cookie for longer
}
_THROTTLE = ("free", "first_delay_seconds", "longest_delay_seconds", "most")
_LONGEST_DELAY = 86_400
_MOST_FAILURES = 100
_MOST_OF_A_BROWSER = 20
_FEWEST_CLIENTS, _MOST_CLIENTS = 5, 10_000  # below, work stands still; above, nothing is held back
_LONGEST_PAUSE = 240  # minutes
_MOST_SCANNED = 30_000  # some seconds of work, and no more than a statement can name


def read_limits(table: Table) -> Limits:
    """Return how long what lasts."""
    table.only({*_BOUNDS, "login", "lookup", "reading", "documents", "search"})
    lasting = {name.rpartition("_")[0]: _duration(table, name) for name in _BOUNDS}
    if lasting["exception"] > lasting["longest_exception"]:
        raise table.wrong("an exception would usually last longer than the longest one may")
    login = table.table("login")
    login.only((*_THROTTLE, "known_browser"))
    return Limits(
        **lasting,
        login=_throttle(login),
        login_known_browser=login.number("known_browser", 1, _MOST_OF_A_BROWSER),
        lookup=_lookup(table.table("lookup")),
        reading=_budget(table.table("reading")),
        scan_up_to=_scan(table.table("search")),
        documents=read_document_limits(table.table("documents")),
    )


def _duration(table: Table, name: str) -> timedelta:
    low, high = _BOUNDS[name]
    return timedelta(**{name.rpartition("_")[2]: table.number(name, low, high)})


def _budget(table: Table) -> ReadingBudget:
    table.only({"clients_per_hour", "pause_minutes"})
    return ReadingBudget(
        clients=table.number("clients_per_hour", _FEWEST_CLIENTS, _MOST_CLIENTS),
        pause=timedelta(minutes=table.number("pause_minutes", 1, _LONGEST_PAUSE)),
    )


def _scan(table: Table) -> int:
    table.only({"scan_up_to"})
    return table.number("scan_up_to", 0, _MOST_SCANNED)


def _lookup(table: Table) -> Throttle:
    table.only(_THROTTLE)
    return _throttle(table)


def _throttle(table: Table) -> Throttle:
    throttle = Throttle(
        free=table.number("free", 0, _MOST_FAILURES),
        first_delay=timedelta(seconds=table.number("first_delay_seconds", 1, _LONGEST_DELAY)),
        longest_delay=timedelta(seconds=table.number("longest_delay_seconds", 1, _LONGEST_DELAY)),
        most=table.number("most", 1, _MOST_FAILURES),
    )
    if throttle.first_delay > throttle.longest_delay or throttle.free > throttle.most:
        raise table.wrong("the first delay or the free tries exceed the longest or the most")
    return throttle
