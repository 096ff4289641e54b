import pytest

from caseflow.cli.sentences import must, problems_said, refusal_said
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import OperatorError


def test_what_is_done_is_handed_on() -> None:
    assert must(Done(7)) == 7


def test_all_problems_are_one_sentence() -> None:
    problems = (
        Problem("founder_name", "too_long", {"most": "200"}),
        Problem("email", "never_heard_of"),
    )
    said = "Nothing was done: founder name is longer than 200 characters; email cannot be taken "
    assert problems_said(problems) == f"{said}as it is."
    with pytest.raises(OperatorError, match="founder name"):
        must(Invalid(problems))


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal_is_a_sentence(reason: Reason) -> None:
    assert refusal_said(Refused(reason)).endswith(".")
    with pytest.raises(OperatorError):
        must(Refused(reason))
