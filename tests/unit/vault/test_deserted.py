from datetime import UTC, datetime
from uuid import UUID

import pytest

from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.vault.deserted import is_deserted, kept_to

UNIT, ELSEWHERE, ANNA, BERTA = (UUID(int=n) for n in range(1, 5))
DAY = datetime(2026, 3, 2, tzinfo=UTC)


def _case(*assigned: UUID, restricted: bool = True) -> Case:
    return Case(
        client_id=UUID(int=9),
        unit_id=UNIT,
        opened_at=DAY,
        opened_by=ANNA,
        restricted=restricted,
        assigned=assigned,
        code=b"",
        code_key_id=b"",
    )


def _member(staff: UUID, ended: datetime | None = DAY, unit: UUID = UNIT) -> Membership:
    return Membership(
        staff_id=staff, unit_id=unit, role="lead", admitted_by=None, since=DAY, ended_at=ended
    )


def test_it_is_kept_to_the_assigned_of_a_restricted_case() -> None:
    assert kept_to(_case(ANNA, BERTA)) == (ANNA, BERTA)
    assert kept_to(_case(ANNA, restricted=False)) == kept_to(None) == ()


@pytest.mark.parametrize(
    ("rows", "deserted"),
    [
        ([_member(ANNA), _member(BERTA)], True),
        ([_member(ANNA), _member(BERTA, None)], False),
        ([_member(ANNA), _member(BERTA), _member(BERTA, None)], False),
        ([_member(ANNA)], False),
        ([_member(ANNA), _member(BERTA, unit=ELSEWHERE)], False),
        ([_member(ANNA), _member(BERTA), _member(BERTA, None, ELSEWHERE)], True),
    ],
    ids=["all left", "one stays", "one came back", "one unknown", "elsewhere", "went elsewhere"],
)
def test_a_case_is_deserted_when_all_have_left(rows: list[Membership], *, deserted: bool) -> None:
    assert is_deserted(_case(ANNA, BERTA), rows, rows) is deserted
    assert not is_deserted(_case(ANNA, BERTA, restricted=False), rows, rows)


def test_an_end_that_somebody_forged_ends_nothing() -> None:
    rows = [_member(ANNA), _member(BERTA)]
    assert not is_deserted(_case(ANNA, BERTA), rows, rows[:1])


def test_what_no_lead_restricted_is_deserted_where_no_lead_is_left() -> None:
    lead, worker = _member(ANNA, None), _member(BERTA, None)
    worker.role = "caseworker"
    rows = [lead, worker]
    assert is_deserted(_case(BERTA), rows, rows, unasked=True)
    assert not is_deserted(_case(ANNA, BERTA), rows, rows, unasked=True)
    assert not is_deserted(_case(BERTA), rows, rows)
    assert not is_deserted(_case(BERTA), rows, [lead], unasked=True)
