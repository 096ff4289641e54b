from dataclasses import FrozenInstanceError

import pytest

from caseflow.vocabulary.ids import new_id
from tests.factories.declarations import declaration, offer


def test_a_declaration_is_not_changed_after_it_was_taken_down() -> None:
    declared = declaration(offer([new_id()], [new_id()], "health"))
    with pytest.raises(FrozenInstanceError):
        declared.language = "en"  # type: ignore[misc] # that it cannot be set is the point


def test_a_signature_stays_out_of_what_is_printed() -> None:
    declared = declaration(offer([new_id()], [new_id()], "health"), signature="M 1 1 L 2 2")
    assert "M 1 1" not in repr(declared)
