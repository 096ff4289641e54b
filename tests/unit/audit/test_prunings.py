import pytest

from caseflow.audit.prunings import (
    Pruning,
    ranges_of,
    read_pruning,
    read_ranges,
    spell_ranges,
    summary_of,
)


def test_numbers_are_told_as_ranges() -> None:
    assert ranges_of([]) == []
    assert ranges_of([5, 1, 2, 3, 3, 7]) == [(1, 3), (5, 5), (7, 7)]


def test_a_summary_says_which_leaves_uses_and_ends_went() -> None:
    summary = summary_of(
        {
            3: {"bases": [{"id": "a", "use": 1}, {"id": "b", "use": 9}]},
            4: {"bases": [{"id": "a", "use": 2}], "ended": [{"id": "b", "use": 9}]},
        }
    )
    assert summary == (
        b'{"ended":{"b":[9,4]},"leaves":[[3,4]],"uses":{"a":[[1,2]],"b":[[9,9]]},"v":1}'
    )
    found = read_pruning(summary)
    assert found == Pruning([(3, 4)], {"a": [(1, 2)], "b": [(9, 9)]}, {"b": (9, 4)})


@pytest.mark.parametrize(
    "summary",
    [
        b"",
        b"[]",
        b"{}",
        b'{"leaves":[[1]],"uses":{},"ended":{}}',
        b'{"leaves":[["1",2]],"uses":{},"ended":{}}',
        b'{"leaves":[[1,true]],"uses":{},"ended":{}}',
        b'{"leaves":[],"uses":[],"ended":{}}',
    ],
)
def test_other_bytes_say_nothing(summary: bytes) -> None:
    assert read_pruning(summary) is None


def test_ranges_are_spelled_for_an_entry() -> None:
    assert spell_ranges([(0, 3), (7, 7)]) == "0-3,7-7"
    assert read_ranges("0-3,7-7") == [(0, 3), (7, 7)]
    for other in ("", "1", "1-2-3", "a-b"):
        with pytest.raises(ValueError, match=r"unpack|invalid literal"):
            read_ranges(other)
