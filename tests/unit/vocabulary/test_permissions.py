from caseflow.vocabulary.permissions import Permission


def test_a_permission_is_named_like_its_member() -> None:
    assert all(permission == permission.name.lower() for permission in Permission)
