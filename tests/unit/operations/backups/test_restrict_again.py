from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.operations.backups.restrict_again import restrict_again
from caseflow.operations.backups.told_again import NOTHING
from caseflow.records.assign_case import Assignment, assign_case
from caseflow.records.create_client import create_client
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.records.desk_work import do, done, traces


def test_the_entry_of_an_assignment_says_to_whom_alone_it_was_given(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.staff["berta"]
    created = done(do(house, lea, create_client, {}))
    for restricted in (False, True):
        assignment = Assignment([lea.staff, berta], restricted=restricted)
        done(do(house, lea, assign_case, created.case, assignment))
    open_to_all, alone = traces(house, Act.CASE_ASSIGN)[-2:]
    work = house.work()
    row = work.session.scalars(select(Case).where(Case.id == created.case)).one()
    assert restrict_again(work, alone, new_id()) == NOTHING
    # As the backup may have it: open to all, or to others.
    assert restrict_again(work, open_to_all, new_id()) == NOTHING
    assert _after(work, row, alone, ()) == (True, {lea.staff, berta})
    assert _after(work, row, alone, (lea.staff, house.staff["wanda"])) == (True, {lea.staff})
    change(work, row, restricted=False, closed_at=work.clock.now())
    assert restrict_again(work, alone, new_id()) == NOTHING
    work.abandon()


def _after(
    work: Work, row: Case, leaf: dict[str, object], kept_to: tuple[UUID, ...]
) -> tuple[bool, set[UUID]]:
    change(work, row, restricted=bool(kept_to), assigned=kept_to)
    deeds = restrict_again(work, leaf, new_id())
    assert [(each.table, each.id) for each in deeds.rows] == [("cases", row.id)]
    return row.restricted, set(row.assigned)
