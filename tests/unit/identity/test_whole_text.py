from hypothesis import given
from hypothesis import strategies as st

from caseflow.identity.whole_text import whole_text


@given(st.text())
def test_whole_characters_stay_as_they_are(text: str) -> None:
    assert whole_text(text) == text


def test_half_a_character_becomes_a_question_mark() -> None:
    assert whole_text("a\ud800b") == "a?b"
