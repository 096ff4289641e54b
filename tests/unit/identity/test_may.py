import pytest

from caseflow.identity.may import may
from caseflow.policy import permissions
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission


def actor(role: Role) -> Actor:
    return Actor(new_id(), new_id(), new_id(), new_id(), role)


@pytest.mark.parametrize("permission", Permission)
def test_a_member_may_what_her_role_may(permission: Permission) -> None:
    for role in Role:
        assert may(actor(role), permission) is permissions.may(role, permission)


def test_an_administrator_may_administer_and_nothing_with_clients() -> None:
    admin = Person(new_id(), new_id(), administrator=True)
    allowed = {permission for permission in Permission if may(admin, permission)}
    assert allowed == {Permission.PUBLIC, Permission.LOGGED_IN, Permission.ADMINISTER}


def test_somebody_in_no_unit_may_only_be_there() -> None:
    person = Person(new_id(), new_id())
    allowed = {permission for permission in Permission if may(person, permission)}
    assert allowed == {Permission.PUBLIC, Permission.LOGGED_IN}


def test_nobody_may_only_what_is_public() -> None:
    assert {each for each in Permission if may(None, each)} == {Permission.PUBLIC}
