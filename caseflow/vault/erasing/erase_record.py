"""Erase a record in the transaction of the act: keys first, then what they opened.

It needs no key. An old copy of the database opens what it holds for as long as the keys in it are
kept; without them its contents open to nobody any more (Art. 17 GDPR).
"""

from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, Table, and_, delete, or_, select, true

from caseflow.audit.entries import DrawerName
from caseflow.database.column_types import unreadable
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Desk
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.kept_answers import KeptAnswer
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import destroy_keys
from caseflow.keys.events import KeyEvent
from caseflow.vault.contents import joined
from caseflow.vault.erasing.erase_rest import erase_rest
from caseflow.vault.erasing.erased_tables import deletion, in_drawers, of_a_unit
from caseflow.vault.erasing.in_full import in_full
from caseflow.vault.erasing.overtake_all import overtake_all
from caseflow.vault.erasing.scope import Gone, Scope
from caseflow.vault.erasing.unsay_reasons import unsay_reasons
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.permit import Deeds
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.bases import BasisKind, UsedBasis

_BARE = {"synchronize_session": False}


def erase_record(work: Work, actor: Actor, scope: Scope) -> Gone:
    """Erase it; with the last file of any unit goes all that is left of her.

    Raises Stale when she became another person at the same instant.
    """
    hold_person(work, scope.ids[0])
    scope = in_full(work, scope)
    units = _units(work, scope)
    ended = tuple(_end_acquaintance(work, scope))
    drawers, keys = _destroy_all_keys(work, scope)
    pieces = sum(_delete(work, table, _in(table, scope)) for table in in_drawers())
    _delete_cards(work, scope)
    if scope.unit is not None:
        for table in reversed(of_a_unit()):
            _delete(work, table, _hers(table, scope))
    unsay_reasons(work, scope)
    units |= {each.unit for each in drawers}
    work.session.execute(delete(KeptAnswer).where(KeptAnswer.unit_id.in_(units)))
    gone = Deeds(drawers=drawers, keys=tuple(keys), ended=ended)
    told = joined(gone, overtake_all(work, scope))
    whole = scope.unit is None
    rest = erase_rest(work, actor, scope.ids) if whole else Deeds()
    return Gone(joined(told, rest), len(drawers), len(keys), pieces, whole)


def _end_acquaintance(work: Work, scope: Scope) -> Iterator[UsedBasis]:
    """Delete by what she is known: whoever writes at this instant is waited for, or loses."""
    slips = Handover.client_id.in_(scope.ids), _of_either(scope)
    work.session.execute(delete(Handover).where(*slips), execution_options=_BARE)
    for table, kind in ((Desk, BasisKind.DESK), (Case, BasisKind.OWN_UNIT)):
        which = delete(table).where(_hers(cast("Table", table.__table__), scope))
        found = work.session.execute(which.returning(table.id, table.uses), execution_options=_BARE)
        yield from (UsedBasis(kind, each, uses) for each, uses in found if uses)


def _of_either(scope: Scope) -> ColumnElement[bool]:
    if scope.unit is None:
        return true()
    return or_(Handover.from_unit == scope.unit, Handover.to_unit == scope.unit)


def _units(work: Work, scope: Scope) -> set[UUID]:
    """Return the units in whose kept answers she may stand."""
    if scope.unit is not None:
        return {scope.unit}
    known = (
        select(table.unit_id).where(table.client_id.in_(scope.ids))
        for table in (Case, Desk, Drawer)
    )
    slips = (
        select(unit).where(Handover.client_id.in_(scope.ids))
        for unit in (Handover.from_unit, Handover.to_unit)
    )
    return {unit for found in (*known, *slips) for unit in work.session.scalars(found)}


def _destroy_all_keys(work: Work, scope: Scope) -> tuple[tuple[DrawerName, ...], list[KeyEvent]]:
    found = select(Drawer).where(_of_her_drawers(scope)).order_by(Drawer.id)
    # One whose seal is broken goes too: it is hers as far as anybody can tell.
    drawers = [row for row in work.session.scalars(found) if not unreadable(row.id)]
    intact(work, drawers)
    keys = [event for drawer in drawers for event in destroy_keys(work, drawer)]
    for drawer in drawers:
        work.session.expunge(drawer)
    names = tuple(DrawerName(row.id, row.unit_id, row.category) for row in drawers)
    return names, keys


def _of_her_drawers(scope: Scope) -> ColumnElement[bool]:
    """Return which drawers go: the unit's own, and what others copied from it on no other basis."""
    hers = Drawer.client_id.in_(scope.ids)
    if scope.unit is None:
        return hers
    copied = and_(Drawer.copied_from == scope.unit, Drawer.kept_for.is_(None))
    return and_(hers, or_(Drawer.unit_id == scope.unit, copied))


def _in(table: Table, scope: Scope) -> ColumnElement[bool]:
    inside = select(Drawer.id).where(_of_her_drawers(scope))
    hers: ColumnElement[bool] = table.c.client_id.in_(scope.ids)
    return hers if scope.unit is None else and_(hers, table.c.drawer_id.in_(inside))


def _hers(table: Table, scope: Scope) -> ColumnElement[bool]:
    hers: ColumnElement[bool] = table.c.client_id.in_(scope.ids)
    return hers if scope.unit is None else and_(hers, table.c.unit_id == scope.unit)


def _delete_cards(work: Work, scope: Scope) -> None:
    """Delete the drawers, and the cards that others had from the unit; they hold her name.

    A card stays only where a consent as it was sealed says that it came from other units alone.
    """
    consents = work.session.scalars(select(Consent).where(Consent.client_id.in_(scope.ids)))
    others = [
        each.id
        for each in intact(work, consents)
        if scope.unit is not None and scope.unit not in each.from_units
    ]
    cards = delete(NameCard).where(
        NameCard.client_id.in_(scope.ids),
        NameCard.consent_id.is_not(None),
        NameCard.consent_id.not_in(others),
    )
    drawers = delete(Drawer).where(_of_her_drawers(scope))
    for statement in (cards, drawers):
        work.session.execute(statement, execution_options=_BARE)


def _delete(work: Work, table: Table, which: ColumnElement[bool]) -> int:
    gone = work.session.execute(deletion(table).where(which), execution_options=_BARE)
    return cast("CursorResult[Any]", gone).rowcount
