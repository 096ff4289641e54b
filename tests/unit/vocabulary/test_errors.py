import inspect

from caseflow.vocabulary import errors


def test_every_error_is_one_of_ours_and_stands_in_the_tree_at_the_top() -> None:
    drawn = errors.__doc__ or ""
    for name, found in inspect.getmembers(errors, inspect.isclass):
        assert issubclass(found, errors.CaseflowError)
        assert name in drawn
