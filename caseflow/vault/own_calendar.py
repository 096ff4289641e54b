"""Open the hours that a staff member has with clients of her unit, for her own calendar.

Of all her clients at once, so it is one act about nobody: its trace names drawers and fields. Whom
it shows by name is a further act. A client who is not there for her, behind a wall, in a restricted
or a closed case, is in no calendar either.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.appointments import Appointment
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.keys.envelopes import find, still_as_loaded
from caseflow.vault.again import again
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.content_rows import content_rows
from caseflow.vault.open_drawers import fields_in, open_each
from caseflow.vault.permit import Deeds, Permit, permit_member, trace
from caseflow.vault.pieces import Piece, Place, piece_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.appointments import DAYS_AHEAD
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id

FIELDS = ("starts", "minutes", "state")  # nothing else of it is opened here
DRAWERS = 300  # that one entry of the log has room for


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment of one's own, and the id that its client is shown under."""

    client: UUID
    piece: Piece[Appointment]


def open_calendar(
    work: Work, actor: Actor, details: Mapping[str, str]
) -> Disclosed[tuple[Booked, ...]] | Refused:
    """Return the appointments that she has and that may still lie ahead; without any, no trace.

    `details` say in the trace what they are opened for, where that is more than a look; then it
    names the clients, too, who may ask for it (Art. 15 GDPR).
    """
    return again(work, partial(_open, work, actor, details))


def _open(
    work: Work, actor: Actor, details: Mapping[str, str]
) -> Disclosed[tuple[Booked, ...]] | Refused:
    drawers = _drawers(work, actor)
    # Asked whether there is anybody or not: one who is hidden from her takes the same statements.
    clients = {each.client_id for each in drawers}
    file = load_file(work, actor, closed=False, among=clients, ordered=False)
    hers = {each.id: each for each in drawers if each.client_id in file.shown_as}
    if not hers:
        return Disclosed(())
    given = permit_member(work, actor, Act.CALENDAR_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    envelopes = find(work, list(hers.values()))
    rows = _rows(work, actor, [hers[each] for each in envelopes])
    opened = [hers[each] for each in envelopes]
    named = {each.id: file.shown_as[each.client_id] for each in opened} if details else {}
    _trace(work, given, opened, named, details)
    work.finish()
    ciphers, broken = open_each(work, envelopes)
    if broken:
        raise_alarms(work, actor, broken)
    fields = {each: fields_in(work, hers[each], cipher) for each, cipher in ciphers.items()}
    return Disclosed(
        tuple(
            _booked_as(file, hers[row.drawer_id], row, fields[row.drawer_id])
            for row in rows
            if row.drawer_id in fields
        )
    )


def _since(work: Work) -> datetime:
    return work.clock.now() - timedelta(days=DAYS_AHEAD + 1)


def _drawers(work: Work, actor: Actor) -> list[Drawer]:
    """Return the drawers of the unit in which she may have an hour ahead."""
    booked = select(Appointment.drawer_id).where(
        Appointment.staff_id == actor.staff, Appointment.recorded_at >= _since(work)
    )
    found = select(Drawer).where(
        Drawer.id.in_(booked), Drawer.unit_id == actor.unit, Drawer.copied_from.is_(None)
    )
    return list(intact(work, work.session.scalars(found)))


def _rows(work: Work, actor: Actor, drawers: Sequence[Drawer]) -> list[Appointment]:
    """Return her rows in these drawers; raises Stale where one was turned meanwhile."""
    clients = list({each.client_id for each in drawers})
    found = content_rows(work, Appointment, clients, [each.id for each in drawers])
    versions = {each.id: each.key_version for each in drawers}
    turned = {row.drawer_id for row in found if row.key_version != versions[row.drawer_id]}
    still_as_loaded(work, [each for each in drawers if each.id in turned])
    since = _since(work)
    return [row for row in found if row.staff_id == actor.staff and row.recorded_at >= since]


def _trace(
    work: Work,
    given: Permit,
    drawers: Sequence[Drawer],
    named: Mapping[UUID, UUID],
    details: Mapping[str, str],
) -> None:
    """Stage the entry, and one more for each further sheet of drawers, naming the first."""
    trace(work, given, _deeds(drawers[:DRAWERS], named, details))
    for start in range(DRAWERS, len(drawers), DRAWERS):
        further = replace(given, entry=new_id(), used=())
        of_first = {**details, "entry": str(given.entry)}
        trace(work, further, _deeds(drawers[start : start + DRAWERS], named, of_first))


def _deeds(
    drawers: Sequence[Drawer], named: Mapping[UUID, UUID], details: Mapping[str, str]
) -> Deeds:
    names = tuple(DrawerName(each.id, each.unit_id, each.category) for each in drawers)
    fields = tuple(f"{Appointment.__tablename__}.{name}" for name in FIELDS) if names else ()
    clients = dict.fromkeys(named[each.id] for each in drawers if each.id in named)
    return Deeds(drawers=names, fields=fields, clients=tuple(clients), details=details)


def _booked_as(
    file: ClientFile, drawer: Drawer, row: Appointment, fields: FieldsOfDrawer
) -> Booked:
    client = file.shown_as[row.client_id]
    basis = Basis(BasisKind.OWN_UNIT, file.cases[client].id)
    place = Place(drawer.id, drawer.unit_id, drawer.category, basis)
    return Booked(client, piece_of(Appointment, row, place, fields))
