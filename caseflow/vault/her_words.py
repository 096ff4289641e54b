"""Open pieces with what she says against them, and write her word beside one, inside an act.

Her word lies in the piece's own drawer, whichever unit writes it down: so it is read by whoever
reads the piece, turns with its drawer, closes and goes with it. Only a reader who has the key by
her own unit or by a consent can write it: what is opened without her is for reading.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.policy.permissions import visible_kinds
from caseflow.policy.rules import Opening
from caseflow.vault.content_tables import ROW_KINDS
from caseflow.vault.contents import Content, Written, add_row, deeds_of
from caseflow.vault.open_drawers import ready
from caseflow.vault.open_originals import open_originals
from caseflow.vault.permit import Permit
from caseflow.vault.pieces import C, Opened, Piece
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import CorrectionOutcome

STANDING = frozenset({CorrectionOutcome.OPEN, CorrectionOutcome.STANDS})  # beside a piece
_KINDS = frozenset({BasisKind.OWN_UNIT, BasisKind.CONSENT})


def reads(actor: Actor, table: type[DrawerContent]) -> bool:
    """Say whether her role reads rows of this kind at all."""
    return ROW_KINDS[table] in visible_kinds(actor.role)


def beside_which(given: Permit) -> list[Opening]:
    """Return the openings by which her word may be written down; a copy is its original's."""
    return [
        opening
        for opening in given.openings
        if opening.basis.kind in _KINDS
        and given.gathered.drawers[opening.drawer].copied_from is None
    ]


def open_with_words(
    work: Work, given: Permit, table: type[C], openings: Iterable[Opening]
) -> Opened:
    """Return the rows of a table in these drawers, and what she says against them, still sealed.

    As `open_originals` does, with all that it raises.
    """
    which = list(openings)
    found = open_originals(work, given, table, which)
    said = open_originals(work, given, Correction, which)
    return dataclasses.replace(found, pieces=(*found.pieces, *said.pieces))


def disputed(opened: Opened) -> frozenset[UUID]:
    """Return the pieces of which she says that they are not so, as they stand now.

    What was told or written anew since is hers again. Of a word that does not open nobody can tell.
    """
    stands = {piece.row.id: piece.row.version for piece in opened.pieces}
    return frozenset(
        word.row.piece_id
        for word in opened.of(Correction)
        if word.row.piece_version >= stands.get(word.row.piece_id, 0) and _holds(word)
    )


def _holds(word: Piece[Correction]) -> bool:
    try:
        return CorrectionOutcome(word.text("outcome")) in STANDING
    except BrokenKey:
        return True


def put_word(
    work: Work, given: Permit, piece: Piece[C], fields: Mapping[str, str], version: int
) -> Written[Correction]:
    """Write her word beside a piece, of the version that was read to her, into its drawer.

    Raises Stale when the drawer's key turned in the meantime.
    """
    drawer = given.gathered.drawers[piece.place.drawer]
    plain = {"piece_id": piece.row.id, "piece_version": version}
    opened = ready(work, given.gathered, drawer, given.entry, ())
    row = add_row(work, given, opened, Content(Correction, drawer.category, fields, plain))
    work.session.flush()
    return Written(row, deeds_of(opened, row))
