"""Open what is handed to a partner, inside the transaction that records the telling.

What is opened leaves with the answer alone, behind the commit; the trace of the same act names it.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.envelopes import find, open_found
from caseflow.keys.keyring import ring
from caseflow.vault.content_rows import content_rows
from caseflow.vault.open_drawers import fields_in
from caseflow.vault.permit import Permit
from caseflow.vault.pieces import Opened, Piece, Place
from caseflow.vocabulary.errors import BrokenKey


def open_told(work: Work, given: Permit, tables: Sequence[type[DrawerContent]]) -> Opened:
    """Return the rows of these tables in the drawers that the permit opens; each is its unit's own.

    A drawer that does not open is left out, and an alarm tells of it. Raises Stale when one was
    turned meanwhile.
    """
    places = {
        each.drawer: Place(each.drawer, each.unit, each.category, each.basis)
        for each in given.openings
    }
    ciphers = _ciphers(work, given, list(places))
    pieces = tuple(
        piece
        for drawer, cipher in ciphers.items()
        for piece in _pieces(work, given, tables, places[drawer], cipher)
    )
    return Opened(tuple(places.values()), pieces, case=None, code="")


def _ciphers(work: Work, given: Permit, drawers: Sequence[UUID]) -> dict[UUID, Cipher]:
    found = find(work, [given.gathered.drawers[drawer] for drawer in drawers]) if drawers else {}
    ciphers: dict[UUID, Cipher] = {}
    for drawer, envelope in found.items():
        try:
            ciphers |= open_found(ring(work), work.installation, {drawer: envelope})
        except BrokenKey:
            work.alarms.append(Alarm.of_key("envelopes", envelope.id))
    return ciphers


def _pieces(
    work: Work, given: Permit, tables: Sequence[type[DrawerContent]], place: Place, cipher: Cipher
) -> Iterator[Piece[DrawerContent]]:
    drawer = given.gathered.drawers[place.drawer]
    fields = fields_in(work, drawer, cipher)
    for table in tables:
        for row in content_rows(work, table, [drawer.client_id], [drawer.id]):
            yield Piece(
                table, row, place, fields.row(table.__tablename__, row.id, row.seal_revision)
            )
