import pytest

from caseflow.operations.sharings import sharing_problem
from caseflow.vocabulary.answers import Problem


@pytest.mark.parametrize("sharing", [(1, 1), (2, 2), (2, 16), (3, 5)])
def test_two_or_more_restore_it_together_or_one_alone(sharing: tuple[int, int]) -> None:
    assert sharing_problem(*sharing) is None


@pytest.mark.parametrize("sharing", [(0, 0), (1, 3), (4, 3), (2, 17)])
def test_other_sharings_are_none(sharing: tuple[int, int]) -> None:
    assert sharing_problem(*sharing) == Problem("recovery_shares", "no_sharing", {"most": "16"})
