import inspect

from caseflow.vocabulary import errors
from caseflow.vocabulary.sentences import Sentence


def test_every_error_is_one_of_ours_and_stands_in_the_tree_at_the_top() -> None:
    drawn = errors.__doc__ or ""
    for name, found in inspect.getmembers(errors, inspect.isclass):
        if found.__module__ != errors.__name__:
            continue
        assert issubclass(found, errors.CaseflowError)
        assert name in drawn


def test_an_error_that_is_said_keeps_its_sentence_for_another_language() -> None:
    error = errors.BadConfiguration("`{key}` is {what}", key="port", what=Sentence("wrong"))
    assert str(error) == "`port` is wrong"
    german = {"`{key}` is {what}": "`{key}` ist {what}", "wrong": "falsch"}
    assert error.sentence.said(german.__getitem__) == "`port` ist falsch"
    assert str(errors.OperatorError(error.sentence)) == str(error)
