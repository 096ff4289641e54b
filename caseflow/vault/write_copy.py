"""Write what was told elsewhere into the acting unit's own record, with its source and consent.

A copy keeps author and instant of the original. It lies in a drawer of its own for each consent:
the key of the drawer follows that consent, and a withdrawal freezes all of it at once.
"""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseflow.audit.entries import DrawerName
from caseflow.crypto.fields import question_tag
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import CopiedContent, Fact
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import birth_of_copy
from caseflow.policy.copies import is_frozen
from caseflow.policy.facts import DrawerFact
from caseflow.vault.content_tables import field_names, sealed_columns
from caseflow.vault.contents import Content, Written, add_row, deeds_of, seal_row
from caseflow.vault.facts_of_rows import drawer_fact
from caseflow.vault.honoured import honoured
from caseflow.vault.open_drawers import OpenDrawer, ready
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.pieces import C, Piece
from caseflow.vault.plans import copy_plan
from caseflow.vocabulary.errors import Stale

K = TypeVar("K", bound=CopiedContent)


def put_copy(work: Work, given: Permit, piece: Piece[K]) -> Written[K]:
    """Copy a piece, once: a copy of the same version that stands open is left as it is.

    Raises Stale when the drawer's key turned in the meantime, or somebody copied the same.
    """
    standing = _standing(work, given, piece)
    if standing is not None:
        return Written(standing, Deeds())
    texts = {column: piece.text(column) for column in sealed_columns(piece.table)}
    opened = _open(work, given, piece)
    row = _former(work, opened, piece, texts)
    if row is None:
        row = add_row(work, given, opened, Content(piece.table, piece.place.category, texts))
    else:
        row.seal_revision += 1
        row.version += 1
        seal_row(opened, row, texts)
    _say_whence(row, piece, given.actor.staff)
    row.copied_at = work.clock.now()
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale(row.__tablename__) from error
    return Written(row, deeds_of(opened, row))


def _standing(work: Work, given: Permit, piece: Piece[K]) -> K | None:
    """Return the unit's open copy of a piece at its present version."""
    own = [
        drawer.id
        for drawer in given.gathered.drawers.values()
        if drawer.unit_id == given.actor.unit and _open_now(work, given, drawer)
    ]
    found = work.session.scalars(
        select(piece.table).where(
            piece.table.drawer_id.in_(own),
            piece.table.copied_of == piece.row.id,
            piece.table.copied_version == piece.row.version,
        )
    )
    return found.first()


def _open_now(work: Work, given: Permit, drawer: Drawer) -> bool:
    if drawer.copied_from is None:
        return False
    return not is_frozen(drawer_fact(drawer), given.gathered.facts.consents, work.clock.now())


def _open(work: Work, given: Permit, piece: Piece[K]) -> OpenDrawer:
    """Return the drawer of what the unit copies from that unit under this consent; born if new."""
    original, under = given.gathered.drawers[piece.place.drawer], piece.place.basis.id
    place = (given.actor.unit, original.category, original.unit_id, under)
    for drawer in given.gathered.drawers.values():
        if place == (drawer.unit_id, drawer.category, drawer.copied_from, drawer.copied_under):
            return ready(work, given.gathered, drawer, given.entry, ())
    return _born(work, given, original, under)


def _born(work: Work, given: Permit, original: Drawer, under: UUID) -> OpenDrawer:
    unit, client = given.actor.unit, original.client_id
    meanwhile = select(Drawer.id).where(
        Drawer.client_id == client, Drawer.unit_id == unit, Drawer.copied_under == under
    )
    gathered = given.gathered
    if set(work.session.scalars(meanwhile)) - gathered.drawers.keys():
        raise Stale(Drawer.__tablename__)
    running = honoured(work, client, gathered.facts.consents)
    copy = DrawerFact(original.id, unit, original.category, copied_from=original.unit_id)
    plan = copy_plan(work, running, copy)
    drawer, events = birth_of_copy(work, unit, original, under, plan, given.entry)
    gathered.drawers[drawer.id] = drawer
    work.session.flush()
    return ready(work, gathered, drawer, given.entry, tuple(events))


def _former(work: Work, opened: OpenDrawer, piece: Piece[K], texts: Mapping[str, str]) -> K | None:
    """Return the copy of an earlier version, or of an earlier answer to the same question."""
    table = piece.table
    same = (
        Fact.question_tag == question_tag(opened.cipher, texts["question"])
        if table is Fact
        else table.copied_of == piece.row.id
    )
    found = select(table).where(table.drawer_id == opened.drawer.id, same)
    return work.session.scalars(found).one_or_none()


def _say_whence(row: CopiedContent, piece: Piece[K], by: UUID) -> None:
    row.recorded_by, row.recorded_at = piece.row.recorded_by, piece.row.recorded_at
    row.copied_of, row.copied_version, row.copied_by = piece.row.id, piece.row.version, by


def seen_in(piece: Piece[C]) -> Deeds:
    """Return what of an original belongs into the trace: opened, to be written from or beside."""
    place = piece.place
    named = DrawerName(place.drawer, place.unit, place.category)
    return Deeds(drawers=(named,), fields=field_names(piece.table))
