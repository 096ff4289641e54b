import pytest

from caseflow.cli.german import GERMAN
from tests.machine.told_sentences import faults


@pytest.mark.parametrize(("english", "german"), GERMAN.items())
def test_a_translation_says_the_same_in_german(english: str, german: str) -> None:
    assert faults(english, german) == []
