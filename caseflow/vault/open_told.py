"""Open what is handed to a partner, inside the transaction that records the telling.

What is opened leaves with the answer alone, behind the commit; the trace of the same act names it.
"""

from collections.abc import Iterator, Sequence

from caseflow.crypto.ciphers import Cipher
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.keys.envelopes import find
from caseflow.vault.content_rows import content_rows
from caseflow.vault.open_drawers import fields_in, open_each
from caseflow.vault.permit import Permit
from caseflow.vault.pieces import Opened, Piece, Place, piece_of, place_of


def open_told(work: Work, given: Permit, tables: Sequence[type[DrawerContent]]) -> Opened:
    """Return the rows of these tables in the drawers that the permit opens; each is its unit's own.

    A drawer that does not open is left out, and an alarm tells of it. Raises Stale when one was
    turned meanwhile.
    """
    places = {each.drawer: place_of(each) for each in given.openings}
    drawers = [given.gathered.drawers[drawer] for drawer in places]
    ciphers, broken = open_each(work, find(work, drawers) if drawers else {})
    work.alarms += broken
    pieces = tuple(
        piece
        for drawer, cipher in ciphers.items()
        for piece in _pieces(work, given, tables, places[drawer], cipher)
    )
    return Opened(tuple(places.values()), pieces, case=None, code="")


def _pieces(
    work: Work, given: Permit, tables: Sequence[type[DrawerContent]], place: Place, cipher: Cipher
) -> Iterator[Piece[DrawerContent]]:
    drawer = given.gathered.drawers[place.drawer]
    fields = fields_in(work, drawer, cipher)
    for table in tables:
        for row in content_rows(work, table, [drawer.client_id], [drawer.id]):
            yield piece_of(table, row, place, fields)
