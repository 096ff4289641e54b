import pytest

from caseflow.cli.german_retention import GERMAN_RETENTION
from tests.machine.told_sentences import faults


@pytest.mark.parametrize(("english", "german"), GERMAN_RETENTION.items())
def test_a_translation_says_the_same_in_german(english: str, german: str) -> None:
    assert faults(english, german) == []
