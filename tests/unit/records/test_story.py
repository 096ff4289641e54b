import dataclasses

import pytest

from caseflow.vocabulary.states import FactState
from tests.unit.records.examples import HERE, told


def test_an_answer_that_nobody_weighed_counts_and_differs_from_none() -> None:
    fact = told(HERE, FactState.ANSWERED, "ar")
    assert (fact.counts, fact.differs) == (True, False)


def test_a_piece_that_left_the_room_cannot_be_changed() -> None:
    fact = told(HERE, FactState.ANSWERED, "ar")
    with pytest.raises(dataclasses.FrozenInstanceError):
        fact.counts = False  # type: ignore[misc] # that is the point
