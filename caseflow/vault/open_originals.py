"""Open what may be copied, inside the transaction of the copying.

The texts leave it in the copy alone, sealed anew; the trace of the same act names the drawers.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.keys.envelopes import find, open_found
from caseflow.keys.keyring import ring
from caseflow.policy.rules import Opening
from caseflow.vault.open_drawers import fields_in
from caseflow.vault.permit import Permit
from caseflow.vault.pieces import C, Opened, Piece, piece_of, place_of
from caseflow.vocabulary.bases import BasisKind


def copyable(given: Permit) -> list[Opening]:
    """Return the openings by which something may be copied: each by one consent, of no copy.

    Whoever may copy a copy may copy the original. Where several consents open a drawer only
    together, none of them could freeze the copy alone.
    """
    return [
        opening
        for opening in given.openings
        if opening.basis.kind is BasisKind.CONSENT
        and not opening.beside
        and given.gathered.drawers[opening.drawer].copied_from is None
    ]


def beside_own(given: Permit) -> list[Opening]:
    """Return the same, and what the acting unit was told itself."""
    own = [
        opening
        for opening in given.openings
        if opening.basis.kind is BasisKind.OWN_UNIT
        and given.gathered.drawers[opening.drawer].copied_from is None
    ]
    return [*copyable(given), *own]


def open_originals(
    work: Work, given: Permit, table: type[C], openings: Iterable[Opening]
) -> Opened:
    """Return the rows of a table that lie in these drawers, sealed until they are asked for.

    A drawer without an envelope is left out; to raise an alarm for it is the reading's part.
    Raises Stale when one was turned meanwhile, BrokenKey when an envelope is damaged.
    """
    places = {each.drawer: place_of(each) for each in openings}
    drawers = [given.gathered.drawers[drawer] for drawer in places]
    ciphers = open_found(ring(work), work.installation, find(work, drawers) if drawers else {})
    missing = places.keys() - ciphers.keys()
    work.alarms[:] = [alarm for alarm in work.alarms if alarm.row not in missing]
    pieces: tuple[Piece[Any], ...] = tuple(
        piece_of(table, row, places[drawer.id], fields)
        for drawer in drawers
        if drawer.id in ciphers
        for fields in [fields_in(work, drawer, ciphers[drawer.id])]
        for row in _rows(work, table, drawer)
    )
    return Opened(tuple(places.values()), pieces, case=None, code="")


def holding(given: Permit, drawer: UUID | None) -> list[Opening]:
    """Return the opening of one drawer, if something may be copied from it."""
    return [opening for opening in copyable(given) if opening.drawer == drawer]


def _rows(work: Work, table: type[C], drawer: Drawer) -> Iterable[C]:
    where = (table.client_id == drawer.client_id, table.drawer_id == drawer.id)
    return work.session.scalars(select(table).where(*where).order_by(table.id))
