"""The leaves that tell too little, or of nobody: the others are in test_replay."""

from typing import Any

import pytest

from caseflow.operations.backups.end_again import NOTHING, NotTold, end_again
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House


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
    leaf = _leaf(Act.WALL_RECORD, client=str(known.id), unit=str(new_id()), details=told)
    with pytest.raises(NotTold):
        end_again(house.work(), leaf, new_id())


def test_an_act_that_is_no_end_is_left_to_an_officer(house: House) -> None:
    with pytest.raises(NotTold):
        end_again(house.work(), _leaf(Act.MERGE_UNDO), new_id())
