import dataclasses

import pytest

from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.ids import new_id


def test_an_actor_is_frozen_for_the_length_of_a_request() -> None:
    actor = Actor(new_id(), new_id(), new_id(), new_id(), Role.INTAKE)
    with pytest.raises(dataclasses.FrozenInstanceError):
        actor.role = Role.LEAD  # type: ignore[misc] # that it fails is what is shown
