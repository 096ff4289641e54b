"""Let once more those staff alone know of a case to whom it was given after the backup."""

from collections.abc import Collection
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.operations.backups.told_again import NOTHING, Leaf, named_rows, rows_of
from caseflow.vault.permit import Deeds


def restrict_again(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Restrict the cases that the leaf names; to whom one was closed already, it stays closed."""
    staff = {UUID(each) for each in leaf.get("details", {}).get("assigned", "").split()}
    if not staff:
        return NOTHING  # it was given to others, and stays open to all of the unit
    found = rows_of(work, Case, named_rows(leaf, Case.__tablename__))
    changed = [row for row in found if row.closed_at is None and _restricted(work, row, staff)]
    return Deeds(rows=tuple(digest_of(row) for row in changed))


def _restricted(work: Work, row: Case, staff: Collection[UUID]) -> bool:
    """Restrict it and say so; nothing is done where nobody is kept from it anew."""
    left = {*staff} & {*row.assigned} if row.restricted else {*staff}
    if row.restricted and left == {*row.assigned}:
        return False
    values = {"restricted": True, "assigned": tuple(sorted(left))}
    change(work, row, generation=row.generation + 1, **values)
    return True
