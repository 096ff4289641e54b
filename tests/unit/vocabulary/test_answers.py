from caseflow.vocabulary.answers import Problem, Reason, Refused


def test_a_refusal_says_nothing_unless_it_is_told_to() -> None:
    assert Refused() == Refused(Reason.NOT_OPEN)


def test_a_problem_without_values_shares_none_with_another() -> None:
    first, second = Problem("text", "empty"), Problem("text", "empty")
    assert first.values == {}
    assert first.values is not second.values
