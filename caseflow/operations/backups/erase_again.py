"""Erase once more whom an erasure after the backup had erased, and leave her tombstone again.

By the tombstone alone what stays as evidence falls due one day.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Client
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.retention import Erasure
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.operations.backups.told_again import (
    NOBODY,
    NOTHING,
    Leaf,
    doer_of,
    is_known,
    rows_of,
)
from caseflow.vault.contents import joined
from caseflow.vault.erasing.bury import lay_down
from caseflow.vault.erasing.delete_evidence import delete_evidence
from caseflow.vault.erasing.scope import Scope
from caseflow.vault.permit import Deeds
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Role


def erase_again(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Erase her under the id that the leaf names; of several ids each has its own leaf."""
    ids = person_of(work, UUID(leaf["client"])).ids
    named = leaf.get("details", {}).get("unit")
    unit = None if named is None else UUID(named)
    stays = select(Drawer.id).where(Drawer.client_id.in_(ids)).limit(1)
    if not (is_known(work, Client, ids[0]) or work.session.scalar(stays)):
        return NOTHING
    if unit is not None and not is_known(work, UnitRow, unit):
        return NOTHING
    row = _tombstone(work, leaf, unit)
    at = datetime.fromisoformat(leaf["at"])
    gone = lay_down(work, doer_of(leaf), row, Scope(ids, unit), at)
    return joined(gone.deeds, Deeds(rows=(digest_of(row),)))


def delete_evidence_again(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Delete the evidence of an erased client whose period was over."""
    for row in rows_of(work, Erasure, [UUID(leaf["details"]["erasure"])]):
        if row.whole and row.evidence_gone_at is None:
            gone = delete_evidence(work, (row.client_id, *row.also))
            change(work, row, evidence_gone_at=work.clock.now())
            return joined(gone, Deeds(rows=(digest_of(row),)))
    return NOTHING


def _tombstone(work: Work, leaf: Leaf, unit: UUID | None) -> Erasure:
    """Return the proposal that the backup may have, answered now, else a row in its place."""
    told, by, at = leaf["details"], doer_of(leaf).staff, datetime.fromisoformat(leaf["at"])
    for row in rows_of(work, Erasure, [UUID(told["erasure"])]):
        if row.answered_by is None:
            change(work, row, answered_by=by, answered_at=at)
        return row
    row = Erasure(
        id=UUID(told["erasure"]),
        client_id=UUID(leaf["client"]),
        unit_id=unit,
        ground=told["ground"],
        proposed_by=NOBODY,  # the leaf names the second person alone
        proposed_as=Role.OFFICER,
        proposed_at=at,
        answered_by=by,
        answered_at=at,
    )
    work.session.add(row)
    work.session.flush()
    return row
