from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto import ordered_ids
from caseflow.crypto.ordered_ids import OrderedIds

IDS = st.lists(st.uuids(), unique=True, max_size=20)


def joined(ids: list[UUID]) -> OrderedIds:
    return OrderedIds(b"".join(each.bytes for each in ids))


@given(IDS, st.integers(0, 25), st.integers(0, 25))
def test_a_part_is_what_a_list_would_give(ids: list[UUID], start: int, stop: int) -> None:
    made = joined(ids)
    assert (len(made), made.every(), made.part(start, stop)) == (len(ids), ids, ids[start:stop])


@pytest.mark.parametrize("few", [0, 64])
@given(ids=IDS, others=IDS, chosen=st.sets(st.integers(0, 19)))
def test_those_that_stand_here_come_in_this_order(
    ids: list[UUID], others: list[UUID], chosen: set[int], few: int
) -> None:
    known = [each for place, each in enumerate(ids) if place in chosen]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordered_ids, "_FEW", few)
        found = joined(ids).sort([*reversed(known), *(each for each in others if each not in ids)])
    assert found == known


def test_an_id_across_two_others_is_none_of_them() -> None:
    one, wanted, other = bytes(range(16)), bytes(range(8, 24)), bytes(range(16, 32))
    between = OrderedIds(one + other)
    assert between.sort([UUID(bytes=wanted)]) == []
    behind = OrderedIds(one + other + wanted)
    assert behind.sort([UUID(bytes=wanted)]) == [UUID(bytes=wanted)]
    ones = b"\x01" * 16  # at every place from before it until behind it
    amidst = OrderedIds(b"\x00" + ones[1:] + ones + ones[1:] + b"\x00")
    assert amidst.sort([UUID(bytes=ones)]) == [UUID(bytes=ones)]
