"""Stage alarms that were found after the trace was committed."""

from collections.abc import Iterable

from caseflow.audit.record import record_alarms
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vocabulary.actors import Actor


def raise_alarms(work: Work, actor: Actor | None, alarms: Iterable[Alarm]) -> None:
    """Write alarms into the log in a unit of work of their own."""
    work.alarms.extend(alarms)
    staff, unit = (actor.staff, actor.unit) if actor else (None, None)
    record_alarms(work, staff, unit)
    work.finish()
