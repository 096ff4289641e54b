from dataclasses import replace
from datetime import timedelta

from caseflow.oversight.rules.leaver import Leaver
from caseflow.vocabulary.acts import Act
from tests.unit.oversight.rules.entries import ANNA, BEA, MONDAY, UNIT, found, seen, setting

LEFT = replace(setting(), left={(ANNA, UNIT): MONDAY + timedelta(days=1)})
BEFORE = MONDAY - timedelta(days=30)


def test_who_still_acts_after_she_has_left_is_found() -> None:
    after = seen(5, at=MONDAY + timedelta(days=1), act=Act.LOGIN, client=None)
    [hit] = found(Leaver(LEFT), after, seen(6, BEA))
    assert (hit.positions, hit.values) == ((5,), {"when": "after"})
    assert found(Leaver(LEFT), replace(after, permitted=False)) == []
    assert found(Leaver(LEFT), replace(after, act=Act.MEMBER_END)) == []


def test_who_opened_far_more_before_she_left_than_she_used_to_is_found() -> None:
    usual = [seen(number, at=BEFORE + timedelta(days=number)) for number in range(3)]
    [hit] = found(Leaver(LEFT), *usual, *map(seen, range(10, 13)))
    assert (hit.count, hit.values) == (3, {"when": "before", "last": "3.0", "usual": "1.0"})
    assert found(Leaver(LEFT), *usual, seen(10), seen(11)) == []
    assert found(Leaver(LEFT), *map(seen, range(10, 13))) == []
    assert found(Leaver(LEFT), *usual, seen(10, act=Act.CLIENT_SEARCH)) == []
