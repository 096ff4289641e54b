"""Tell the officer of whoever reads about a client of her own surname, and nobody else.

She may be a relative of the client, or of whom the client fled from. She is told nothing and sees
no difference: the alarm is written behind her answer's own trace, once a day.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.readings import Reading
from caseflow.database.unit_of_work import Work
from caseflow.vault.names import fold
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import end_of_day, local_day
from caseflow.vocabulary.states import ReadingMark

# They stand in the surnames of strangers.
_PARTICLES = frozenset(
    {"al", "bin", "bint", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la"}
    | {"ould", "van", "vom", "von", "zu", "zum", "zur"}
)
_TODAY = select(Reading.until).where(
    Reading.staff_id == bindparam("staff"),
    Reading.client_id == bindparam("client"),
    Reading.kind == ReadingMark.KIN,
)


def raise_kin(work: Work, actor: Actor, client: UUID, own: str, names: Iterable[str]) -> None:
    """Stage an alarm where a surname is her own too; whoever calls ends the unit of work."""
    mine = surnames(own)
    if not any(mine & surnames(name) for name in names):
        return
    now, zone = work.clock.now(), work.configuration.zone
    asked = {"staff": actor.staff, "client": client}
    if any(until > now for until in work.session.scalars(_TODAY, asked)):
        return
    work.session.add(
        Reading(
            staff_id=actor.staff,
            kind=ReadingMark.KIN,
            client_id=client,
            until=end_of_day(local_day(now, zone), zone),
        )
    )
    record(work, Trace(act=Act.ALARM_KIN, client=client, **by(actor)))


def surnames(name: str) -> frozenset[str]:
    """Return the parts of a surname, spelled plainly: what stands before a comma, or last."""
    before, comma, _ = name.partition(",")
    words = name.split()
    surname = before if comma else words[-1] if words else ""
    return frozenset(fold(surname).split()) - _PARTICLES
