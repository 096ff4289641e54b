"""The reading door: no trace, no sight.

Decide, use the bases, load rows and envelopes, stage the trace, commit, let the connection go,
and only then open exactly what the trace names, without another statement.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName
from caseflow.crypto.ciphers import Cipher
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.keys.envelopes import find, still_as_loaded
from caseflow.policy.permissions import visible_kinds
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.authors import names_of_staff, staff_in
from caseflow.vault.begin_again import begin_again
from caseflow.vault.codes import code_of
from caseflow.vault.content_rows import content_rows
from caseflow.vault.content_tables import KEPT_TO_ITSELF, ROW_KINDS, field_names
from caseflow.vault.exception_keys import waiting_drawers
from caseflow.vault.open_drawers import fields_in, open_each
from caseflow.vault.permit import TRIES, Ask, Deeds, Permit, permit, trace
from caseflow.vault.pieces import Opened, piece_of
from caseflow.vault.places import places_of
from caseflow.vault.same_person import Person
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.errors import Stale

Loaded: TypeAlias = tuple[type[DrawerContent], DrawerContent]  # a row and its table


def disclose(
    work: Work,
    actor: Actor,
    ask: Ask,
    tables: Sequence[type[DrawerContent]],
    only: UUID | None = None,
) -> Disclosed[Opened] | Refused:
    """Return what is open to the actor of these tables, or of them one row and her word beside it.

    The trace is committed before anything opens. Decided anew where a drawer is turned meanwhile.
    """
    for _ in range(TRIES - 1):
        try:
            return _attempt(work, actor, ask, tables, only)
        except Stale:
            begin_again(work)
    return _attempt(work, actor, ask, tables, only)


def _attempt(
    work: Work,
    actor: Actor,
    ask: Ask,
    tables: Iterable[type[DrawerContent]],
    only: UUID | None,
) -> Disclosed[Opened] | Refused:
    given = permit(work, actor, ask)
    if isinstance(given, Refused):
        work.finish()
        return given
    envelopes = _envelopes(work, given)
    seen = [table for table in tables if _is_shown(given, table, envelopes.keys())]
    rows = _rows(work, given, seen, envelopes.keys())
    if only is not None:
        pieces = {only, *(_copied_of(row) for _, row in rows if row.id == only)} - {None}
        rows = [each for each in rows if each[1].id == only or _beside(each[1]) in pieces]
        envelopes = {row.drawer_id: envelopes[row.drawer_id] for _, row in rows}
    authors = names_of_staff(work, {actor.staff, *staff_in(row for _, row in rows)})
    trace(work, given, _deeds(given, seen, envelopes.keys()))
    work.finish()
    ciphers, broken = open_each(work, envelopes)
    if broken:
        raise_alarms(work, actor, broken)
    return Disclosed(_opened(work, given, ciphers, rows, authors))


def _envelopes(work: Work, given: Permit) -> dict[UUID, Envelope]:
    """Return the envelope of each drawer that opens; without one it stays closed."""
    by_person: list[Drawer] = []
    by_unit: list[Drawer] = []
    for opening in given.openings:
        drawer = given.gathered.drawers[opening.drawer]
        declared = opening.basis.kind is BasisKind.EMERGENCY
        (by_person if declared else by_unit).append(drawer)
    found = find(work, by_unit) if by_unit else {}
    if by_person:
        found |= find(work, by_person, as_staff=True)
    missing = [drawer for drawer in (*by_unit, *by_person) if drawer.id not in found]
    if missing:
        _excuse(work, given.gathered.person, missing)
    return found


def _excuse(work: Work, person: Person, missing: Sequence[Drawer]) -> None:
    """Take back the alarms of keys that are known to wait for the owning unit's next request."""
    due = work.session.scalars(
        select(GrantDue).where(GrantDue.client_id.in_(person.ids), GrantDue.done_at.is_(None))
    )
    waiting = {
        (each.unit_id, category) for each in intact(work, due) for category in each.categories
    }
    excused = {
        drawer.id
        for drawer in missing
        if drawer.turn_due is not None or (drawer.unit_id, drawer.category) in waiting
    }
    excused |= waiting_drawers(work, person.ids[0], missing)
    work.alarms[:] = [alarm for alarm in work.alarms if alarm.row not in excused]


def _rows(
    work: Work, given: Permit, tables: Iterable[type[DrawerContent]], drawers: Iterable[UUID]
) -> list[Loaded]:
    ids, loaded, person = list(drawers), given.gathered.drawers, given.gathered.person.ids
    rows: list[Loaded] = [
        (table, row)
        for table in tables
        for row in content_rows(work, table, person, _inside(given, table, ids))
    ]
    versions = {drawer: loaded[drawer].key_version for drawer in ids}
    elsewhere = {row.drawer_id for _, row in rows if row.key_version != versions[row.drawer_id]}
    still_as_loaded(work, [loaded[drawer] for drawer in elsewhere])
    return rows


def _is_shown(given: Permit, table: type[DrawerContent], drawers: Iterable[UUID]) -> bool:
    """Say whether her role sees rows of this kind, and any of these drawers shows hers."""
    if ROW_KINDS[table] not in visible_kinds(given.actor.role):
        return False
    return table not in KEPT_TO_ITSELF or bool(_inside(given, table, drawers))


def _inside(given: Permit, table: type[DrawerContent], drawers: Iterable[UUID]) -> list[UUID]:
    """Return in which of these drawers rows of a table are shown to the acting unit."""
    if table not in KEPT_TO_ITSELF:
        return list(drawers)
    return [each for each in drawers if given.gathered.drawers[each].unit_id == given.actor.unit]


def _beside(row: DrawerContent) -> UUID | None:
    """Return the piece that a row of hers stands beside; none stands beside nothing."""
    return getattr(row, "piece_id", None)


def _copied_of(row: DrawerContent) -> UUID | None:
    """Return what a row is a copy of: her word stands beside both."""
    return getattr(row, "copied_of", None)


def _deeds(given: Permit, tables: Iterable[type[DrawerContent]], drawers: Iterable[UUID]) -> Deeds:
    open_ids = set(drawers)
    return Deeds(
        drawers=tuple(
            DrawerName(opening.drawer, opening.unit, opening.category)
            for opening in given.openings
            if opening.drawer in open_ids
        ),
        fields=tuple(name for table in tables for name in field_names(table)),
    )


def _opened(
    work: Work,
    given: Permit,
    ciphers: dict[UUID, Cipher],
    rows: Iterable[Loaded],
    authors: Mapping[UUID, str],
) -> Opened:
    places = places_of(work, given, ciphers.keys())
    drawers = {
        drawer: fields_in(work, given.gathered.drawers[drawer], cipher)
        for drawer, cipher in ciphers.items()
    }
    pieces = tuple(
        piece_of(table, row, places[row.drawer_id], drawers[row.drawer_id])
        for table, row in rows
        if row.drawer_id in places
    )
    case, known = given.gathered.case, given.gathered.case or given.gathered.desk
    return Opened(
        places=tuple(places.values()),
        pieces=pieces,
        case=None if case is None else case.id,
        code="" if known is None else code_of(work, known),
        authors=authors,
    )
