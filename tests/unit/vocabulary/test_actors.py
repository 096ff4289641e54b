import dataclasses

import pytest

from caseflow.vocabulary.actors import WITHIN, Actor, Role
from caseflow.vocabulary.ids import new_id


def test_an_actor_is_frozen_for_the_length_of_a_request() -> None:
    actor = Actor(new_id(), new_id(), new_id(), new_id(), Role.INTAKE)
    with pytest.raises(dataclasses.FrozenInstanceError):
        actor.role = Role.LEAD  # type: ignore[misc] # that it fails is what is shown


def test_no_role_gives_more_than_it_has() -> None:
    assert WITHIN.keys() == set(Role)
    assert all(role in within for role, within in WITHIN.items())
    assert [role for role in Role if Role.LEAD in WITHIN[role]] == [Role.LEAD]
