import pytest

from caseflow.cli.german_settings import GERMAN_SETTINGS
from tests.machine.told_sentences import faults


@pytest.mark.parametrize(("english", "german"), GERMAN_SETTINGS.items())
def test_a_translation_says_the_same_in_german(english: str, german: str) -> None:
    assert faults(english, german) == []
