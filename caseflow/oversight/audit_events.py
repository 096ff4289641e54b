"""Say entries of the log as FHIR AuditEvents, one for each client that they are about."""

from collections.abc import Iterable
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.oversight import event_r4, event_r5
from caseflow.oversight.event_parts import events_of
from caseflow.oversight.log_lines import LogLine
from caseflow.vocabulary.fhir import Release, Resource, bundle

_MADE = {Release.R4: event_r4.audit_event, Release.R5: event_r5.audit_event}


def audit_events(
    lines: Iterable[LogLine], release: Release, installation: UUID
) -> Iterable[Resource]:
    """Yield the events of these entries in their order."""
    for line in lines:
        yield from map(_MADE[release], events_of(line, installation))


def event_bundle(work: Work, lines: Iterable[LogLine], release: Release, more: str) -> Resource:
    """Return entries that have been disclosed as a bundle; `more` leads to those behind them."""
    events = audit_events(lines, release, work.installation)
    return bundle(events, work.clock.now(), {"next": more} if more else None)
