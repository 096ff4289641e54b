from dataclasses import FrozenInstanceError
from datetime import timedelta

import pytest

from caseflow.vocabulary.draft_rule import DraftRule


def test_a_draft_is_kept_for_two_weeks_unless_the_provider_says_otherwise() -> None:
    assert DraftRule() == DraftRule(kept=timedelta(days=14), size=256_000, most=100)


def test_the_rule_stays_as_it_was_read() -> None:
    with pytest.raises(FrozenInstanceError):
        DraftRule().most = 1  # type: ignore[misc]  # that it is frozen
