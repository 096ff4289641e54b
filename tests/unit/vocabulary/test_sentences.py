from caseflow.vocabulary.sentences import Sentence

GERMAN = {"{file} is {state}": "{file} ist {state}", "gone": "weg", "{x}": "ja"}


def test_the_sentence_and_the_one_inside_it_are_translated_and_the_rest_is_put_in() -> None:
    inner = Sentence("gone")
    said = Sentence("{file} is {state}", {"file": "{a}", "state": inner})
    assert said.said(GERMAN.__getitem__) == "{a} ist weg"
    assert str(said) == "{a} is gone"


def test_a_sentence_that_is_made_already_is_left_as_it_is() -> None:
    assert str(Sentence("{x} is no date")) == "{x} is no date"
