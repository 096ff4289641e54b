from uuid import UUID

from caseflow.vault.erasing.scope import Scope


def test_without_a_unit_it_is_everything() -> None:
    assert Scope((UUID(int=1),)).unit is None
