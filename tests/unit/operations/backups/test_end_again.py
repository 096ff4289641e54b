"""The leaves that tell too little, or of nobody: the others are in test_replay."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.database.tables.units import Membership
from caseflow.operations.backups.end_again import end_again
from caseflow.operations.backups.told_again import NOTHING, NotTold
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.guardians import written_down
from tests.factories.house import House
from tests.unit.vault.reading import newest


def _leaf(act: Act, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of a leaf
    return {"act": act.value, "id": str(new_id()), **more}


LEAVES = [
    _leaf(Act.CONSENT_EXPIRE, ended=[{"kind": "consent", "id": str(new_id()), "use": 1}]),
    _leaf(Act.WALL_LIFT),
    _leaf(Act.APART_LIFT),
    _leaf(
        Act.APART_RECORD,
        clients=[str(new_id()), str(new_id())],
        details={"pair": str(new_id())},
    ),
    _leaf(Act.MEMBER_END, ended=[{"kind": "membership", "id": str(new_id()), "use": 1}]),
    _leaf(Act.EMERGENCY_END, ended=[{"kind": "emergency", "id": str(new_id()), "use": 1}]),
    _leaf(Act.EXCEPTION_END, ended=[{"kind": "exception", "id": str(new_id()), "use": 1}]),
    _leaf(Act.CONSENT_WITHDRAW, details={"consent": str(new_id())}),
    _leaf(Act.CONSENT_WITHDRAW),
    _leaf(Act.USER_DISABLE, details={"staff_id": str(new_id())}),
    _leaf(Act.CLIENT_ERASE, client=str(new_id())),
    _leaf(Act.EVIDENCE_DELETE, client=str(new_id()), details={"erasure": str(new_id())}),
    _leaf(Act.GUARDIAN_WRITE, rows=[{"table": "guardians", "id": str(new_id())}]),
    _leaf(Act.INSTALLATION_RESTORE, details={"suspended": "no"}),
    _leaf(Act.RESTORE_CONFIRM),
    _leaf(Act.PARTNER_END, details={"partner": str(new_id())}),
    _leaf(Act.CASE_ASSIGN, details={"assigned": str(new_id())}),
    _leaf(Act.MERGE_ANSWER, client=str(new_id()), details={"merge": str(new_id())}),
    _leaf(
        Act.WALL_RECORD,
        client=str(new_id()),
        unit=str(new_id()),
        details={"wall": str(new_id())},
    ),
]


def test_of_whom_the_backup_does_not_know_there_is_nothing_to_end(house: House) -> None:
    work = house.work()
    assert [end_again(work, leaf, new_id()) for leaf in LEAVES] == [NOTHING] * len(LEAVES)


def test_a_wall_whose_entry_says_of_nobody_is_left_to_an_officer(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    told = {"wall": str(new_id()), "whom": "01"}
    member = str(house.memberships["ida", "wohnen"].id)
    leaf = _leaf(
        Act.WALL_RECORD,
        client=str(known.id),
        unit=str(new_id()),
        details=told,
        ended=[{"kind": "membership", "id": member, "use": 1}],
    )
    work = house.work()
    with pytest.raises(NotTold):
        end_again(work, leaf, new_id())
    # Nothing of it is done, and so nothing goes without an entry.
    row = work.session.scalars(select(Membership).where(Membership.id == UUID(member))).one()
    assert row.ended_at is None


def test_a_guardian_who_may_have_been_blocked_is_left_to_an_officer(house: House) -> None:
    berta = house.actor("berta", "beratung")
    written_down(house, berta, new_client(house, berta))
    with pytest.raises(NotTold):
        end_again(house.work(), newest(house, Act.GUARDIAN_WRITE), new_id())


def test_an_act_that_is_no_end_is_left_to_an_officer(house: House) -> None:
    with pytest.raises(NotTold):
        end_again(house.work(), _leaf(Act.MERGE_UNDO), new_id())
