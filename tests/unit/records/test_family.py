from dataclasses import FrozenInstanceError

import pytest

from caseflow.records.family import StoryLink
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import FactState, Kin
from tests.unit.records.examples import HERE, told


def test_a_link_is_frozen() -> None:
    link = StoryLink(told(HERE, FactState.UNKNOWN).origin, new_id(), Kin.CHILD)
    with pytest.raises(FrozenInstanceError):
        link.other = new_id()  # type: ignore[misc]
