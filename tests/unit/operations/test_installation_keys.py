from caseflow.crypto.passwords import STANDARD_COST
from caseflow.operations.installation_keys import OutsideKeys


def test_the_keys_from_outside_are_never_printed() -> None:
    outside = OutsideKeys(b"root" * 8, b"help" * 8)
    assert "root" not in repr(outside)
    assert "help" not in repr(outside)


def test_passwords_cost_what_they_should_unless_a_test_says_otherwise() -> None:
    assert OutsideKeys(bytes(32), None).password_cost == STANDARD_COST
