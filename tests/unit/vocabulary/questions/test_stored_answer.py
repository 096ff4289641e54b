import json

from hypothesis import given
from hypothesis import strategies as st

from caseflow.vocabulary.questions.stored_answer import Answer, answer_text, stored_answer

SCALARS = st.text() | st.integers() | st.booleans()
VALUES = SCALARS | st.lists(st.text()) | st.dictionaries(st.text(), SCALARS)


@given(VALUES, st.dictionaries(st.text(), st.dictionaries(st.text(), st.text())))
def test_what_is_kept_comes_back(value: str, words: dict[str, dict[str, str]]) -> None:
    answer = Answer("goals", "text", value, words)
    assert stored_answer("goals", answer_text(answer)) == answer


def test_the_text_is_canonical() -> None:
    answer = Answer("papers", "text", {"b": "ü", "a": 1}, {"red": {"de": "rot"}})
    assert answer_text(answer) == (
        '{"type":"text","value":{"a":1,"b":"ü"},"words":{"red":{"de":"rot"}}}'
    )


def test_a_text_of_another_form_is_kept_whole() -> None:
    for text in ("plain words", '["a"]', '{"type":"text"}', "5"):
        assert stored_answer("goals", text) == Answer("goals", "text", text)


def test_no_words_take_no_room() -> None:
    assert set(json.loads(answer_text(Answer("goals", "text", "a")))) == {"type", "value"}
