"""Make one person once more of two clients whose merge was agreed to after the backup."""

from uuid import UUID

from caseflow.database.tables.clients import Client
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.operations.backups.told_again import (
    NOTHING,
    Leaf,
    NotTold,
    doer_of,
    is_known,
    rows_of,
)
from caseflow.vault.join_records import join_records, never_one
from caseflow.vault.permit import Deeds
from caseflow.vault.same_person import person_of


def join_again(work: Work, leaf: Leaf, act: UUID) -> Deeds:
    """Agree to the proposal that the backup has; what she agreed to under one id alone lapses.

    Raises NotTold where it has none: no entry names both.
    """
    if not is_known(work, Client, UUID(leaf["client"])):
        return NOTHING
    found = rows_of(work, Merge, [UUID(leaf["details"]["merge"])])
    if not found:
        raise NotTold(leaf["act"])
    [row] = found
    if row.answered_by is not None:
        return NOTHING
    first, second = person_of(work, row.first_client), person_of(work, row.second_client)
    if never_one(work, first, second):
        raise NotTold(leaf["act"])
    return join_records(work, doer_of(leaf), act, row)
