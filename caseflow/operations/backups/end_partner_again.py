"""End once more the cooperation with a partner outside that was ended after the backup."""

from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.partners import PartnerRow
from caseflow.database.unit_of_work import Work
from caseflow.operations.backups.told_again import Leaf, doer_of, is_known, rows_of
from caseflow.vault.permit import Deeds


def end_partner_again(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """End it, so that nobody tells it anything under a consent that still runs."""
    found = rows_of(work, PartnerRow, [UUID(leaf["details"]["partner"])])
    running = [row for row in found if row.ended_at is None]
    for row in running:
        by = doer_of(leaf).staff
        who = by if is_known(work, Staff, by) else row.changed_by
        change(work, row, version=row.version + 1, changed_by=who, ended_at=work.clock.now())
    return Deeds(rows=tuple(digest_of(row) for row in running))
