import pytest

from caseflow.cli.german_log import GERMAN_LOG
from tests.machine.told_sentences import faults


@pytest.mark.parametrize(("english", "german"), GERMAN_LOG.items())
def test_a_translation_says_the_same_in_german(english: str, german: str) -> None:
    assert faults(english, german) == []
