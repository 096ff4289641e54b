"""Tell the officer of a staff member and a client once a day, behind her answer's own trace."""

from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.readings import Reading
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import end_of_day, local_day
from caseflow.vocabulary.states import ReadingMark

_TODAY = select(Reading.until).where(
    Reading.staff_id == bindparam("staff"),
    Reading.client_id == bindparam("client"),
    Reading.kind == bindparam("kind"),
)


def tell_once_a_day(work: Work, actor: Actor, client: UUID, kind: ReadingMark, act: Act) -> None:
    """Stage an alarm unless it was told today; whoever calls ends the unit of work."""
    now, zone = work.clock.now(), work.configuration.zone
    asked = {"staff": actor.staff, "client": client, "kind": kind}
    if any(until > now for until in work.session.scalars(_TODAY, asked)):
        return
    work.session.add(
        Reading(
            staff_id=actor.staff,
            kind=kind,
            client_id=client,
            until=end_of_day(local_day(now, zone), zone),
        )
    )
    record(work, Trace(act=act, client=client, **by(actor)))
