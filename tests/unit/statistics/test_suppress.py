"""No small figure is shown, and none can be worked out (safety.md, T25), whatever was counted."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseflow.statistics import suppress as room
from caseflow.statistics.suppress import Sum, sum_of, suppress
from tests.unit.statistics.attacker import told

THRESHOLD = 5
LEAVES = st.integers(0, 12) | st.sampled_from((0, 1, 4, 5, 6, 100))
UNITS = st.lists(st.lists(LEAVES, min_size=1, max_size=12), min_size=1, max_size=6)


def tree(units: list[list[int]]) -> Sum:
    return sum_of([sum_of([Sum(month) for month in months]) for months in units])


def nodes(node: Sum) -> Iterator[Sum]:
    yield node
    for part in node.parts:
        yield from nodes(part)


def published(units: list[list[int]]) -> Sum:
    root = tree(units)
    suppress(root, THRESHOLD)
    return root


@given(UNITS)
@settings(max_examples=300)
def test_nothing_small_is_shown_and_nothing_hidden_is_told(units: list[list[int]]) -> None:
    root = published(units)
    assert all(node.value >= THRESHOLD for node in nodes(root) if node.shown)
    assert told(root) == []


@given(UNITS)
def test_what_is_hidden_is_needed_or_small(units: list[list[int]]) -> None:
    """Not everything is hidden: where nothing is small, all is shown."""
    root = published([[month + THRESHOLD for month in months] for months in units])
    assert all(node.shown for node in nodes(root))


def test_one_small_month_takes_the_next_smallest_with_it() -> None:
    root = published([[20, 3, 9, 30]])
    (unit,) = root.parts
    assert [part.shown for part in unit.parts] == [True, False, False, True]
    assert unit.cell.value == 62
    assert unit.parts[1].cell.suppressed


def test_hidden_ones_that_would_be_nothing_together_take_one_more() -> None:
    (unit,) = published([[0, 0, 7, 30]]).parts
    assert [part.shown for part in unit.parts] == [False, False, False, True]


def test_where_nothing_else_is_left_the_sum_goes_too() -> None:
    root = published([[3], [50, 60]])
    assert [unit.shown for unit in root.parts] == [False, False]
    # of a sum that is hidden beside another, a part must be hidden too, else they would tell it
    assert [part.shown for part in root.parts[1].parts] == [False, True]
    assert root.shown


@pytest.mark.parametrize("rule", ["_too_few", "_hide_one"])
def test_an_attacker_finds_what_a_missing_rule_tells(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, rule, lambda *_: False)
    assert [node.value for node in told(published([[20, 3, 30]]))] == [3]
