"""Erase a record that two people agreed about, leave its tombstone, and trace both.

The entry of the erasure names all that a later replay needs: whose ids, and of which unit.
"""

from datetime import datetime
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.vault.erasing.erase_record import erase_record
from caseflow.vault.erasing.scope import Gone, Scope
from caseflow.vault.permit import Deeds, listed
from caseflow.vault.same_person import person_of
from caseflow.vault.sheets import SHEET
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act


def bury(work: Work, actor: Actor, row: Erasure) -> Gone:
    """Erase what the row is about; raises Stale when she became another person at this instant."""
    scope = Scope(person_of(work, row.client_id).ids, row.unit_id)
    gone = lay_down(work, actor, row, scope, work.clock.now())
    for number, client in enumerate(scope.ids):
        _trace(work, actor, row, client, gone.deeds if number == 0 else Deeds())
    return gone


def lay_down(work: Work, actor: Actor, row: Erasure, scope: Scope, at: datetime) -> Gone:
    """Erase this of her and write it onto the tombstone, which may say of other ids of hers."""
    gone = erase_record(work, actor, scope)
    known = {row.client_id, *row.also}
    change(
        work,
        row,
        also=(*row.also, *(each for each in scope.ids if each not in known)),
        erased_at=row.erased_at or at,
        whole=gone.whole,
        drawers=row.drawers + gone.drawers,
        envelopes=row.envelopes + gone.envelopes,
        pieces=row.pieces + gone.pieces,
    )
    return gone


def _trace(work: Work, actor: Actor, row: Erasure, client: UUID, deeds: Deeds) -> None:
    """Stage the entry, and one more for each further sheet: she may have had very much."""
    told = {"erasure": str(row.id), "ground": row.ground, "whole": "yes" if row.whole else "no"}
    if row.unit_id is not None:
        told["unit"] = str(row.unit_id)
    longest = max(len(each) for each in (deeds.keys, deeds.ended, deeds.rows, deeds.drawers))
    for start in range(0, longest or 1, SHEET):
        here = slice(start, start + SHEET)
        entry = Trace(
            act=Act.CLIENT_ERASE,
            client=client,
            drawers=deeds.drawers[here],
            ended=deeds.ended[here],
            keys=listed(deeds.keys[here]),
            rows=(*deeds.rows[here], *([digest_of(row)] if start == 0 else [])),
            details=told,
            **by(actor),
        )
        record(work, entry)
