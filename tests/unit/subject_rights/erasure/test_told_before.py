from datetime import UTC, datetime, timedelta
from uuid import UUID

from caseflow.database.tables.partners import Disclosure
from caseflow.database.tables.retention import Erasure
from caseflow.subject_rights.erasure.told_before import overtaken_by, view_of_told
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.retention import ErasureGround
from caseflow.vocabulary.states import Retold

NOW = datetime(2026, 3, 2, tzinfo=UTC)
HER, ALSO, UNIT, OTHER = new_id(), new_id(), new_id(), new_id()


def told(
    client: UUID, unit: UUID, retold: Retold | None = None, after: timedelta = timedelta()
) -> Disclosure:
    return Disclosure(
        client_id=client,
        consent_id=new_id(),
        partner_id=new_id(),
        unit_id=unit,
        purpose="case_work",
        categories=("violence",),
        made_by=new_id(),
        made_at=NOW + after,
        overtaken_at=NOW + after,
        retold=retold,
    )


def tombstone(unit: UUID | None, *, whole: bool, done: bool = True) -> Erasure:
    return Erasure(
        client_id=HER,
        also=(ALSO,),
        unit_id=unit,
        ground=ErasureGround.WISH,
        proposed_by=new_id(),
        proposed_as=Role.LEAD,
        proposed_at=NOW,
        erased_at=NOW + timedelta(days=1) if done else None,
        whole=whole,
    )


def test_it_is_hers_by_all_her_ids_and_of_the_erased_file_alone() -> None:
    hers, other_id, other_unit = told(HER, UNIT), told(ALSO, UNIT), told(HER, OTHER)
    since = told(HER, UNIT, after=timedelta(days=2))  # she came back, and it was corrected
    all_of_it = [hers, other_id, other_unit, since, told(new_id(), UNIT)]
    assert overtaken_by(tombstone(UNIT, whole=False), all_of_it) == [hers, other_id]
    for row in (tombstone(UNIT, whole=True), tombstone(None, whole=True)):
        assert overtaken_by(row, all_of_it) == [hers, other_id, other_unit]
    assert overtaken_by(tombstone(None, whole=False, done=False), all_of_it) == []


def test_an_officer_sees_to_whom_it_went_and_whether_it_knows() -> None:
    row = told(HER, UNIT, Retold.NOT_TOLD)
    view = view_of_told(row)
    assert (view.id, view.partner, view.unit) == (row.id, row.partner_id, UNIT)
    assert (view.categories, view.retold) == (("violence",), Retold.NOT_TOLD)
    assert view_of_told(told(HER, UNIT)).retold is None
