import pytest

from caseflow.cli.sentences import failure_said, must, problems_said, refusal_said
from caseflow.vocabulary import errors
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import CaseflowError, OperatorError

PROBLEMS = (
    Problem("name", "too_long", {"most": "200"}),
    Problem("email", "never_heard_of"),
    Problem("else", "taken"),
)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_what_is_done_is_handed_on() -> None:
    assert must(Done(7)) == 7


def test_all_problems_are_one_sentence_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert problems_said(PROBLEMS) == (
        "Nothing was done: the name is longer than 200 characters; the e-mail address cannot be "
        "taken as it is; else is taken already."
    )
    with pytest.raises(OperatorError, match="the name is longer"):
        must(Invalid(PROBLEMS))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert (
        problems_said(PROBLEMS[:1]) == "Es wurde nichts getan: der Name ist länger als 200 Zeichen."
    )


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal_is_a_sentence(reason: Reason) -> None:
    assert refusal_said(Refused(reason)).endswith(".")
    with pytest.raises(OperatorError):
        must(Refused(reason))


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (OperatorError("Port {port} is taken.", port=80), "Port 80 is taken."),
        (errors.MissingKey("no envelope of 7f3a"), "caseflow doctor"),
        (errors.BrokenSeal("units"), "data-protection officer"),
        (errors.Stale("cases"), "repeat the command"),
        (errors.Unrecordable("no"), "space on the disk"),
        (CaseflowError("inside"), "This was refused."),
        (OSError(28, "No space left on device", "/data/x"), "/data/x cannot be read or written"),
        (OSError("odd"), "(OSError)"),
    ],
)
def test_every_failure_says_what_to_do_and_nothing_of_the_inside(
    failure: CaseflowError | OSError, said: str
) -> None:
    assert said in failure_said(failure)
    assert "7f3a" not in failure_said(failure)
