"""Say in one sentence why a command could not do what was asked."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import OperatorError

T = TypeVar("T")

PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "is missing",
        "no_address": "is no e-mail address",
        "no_sharing": "must be like 3-of-5: two or more of at most %(most)s, or 1-of-1",
        "no_slug": "must be small letters, digits and hyphens, two to forty of them",
        "not_offered": "is not offered by the configuration",
        "not_text": "holds something that is no character",
        "only_one": "can be founded at the birth of the installation only",
        "password_common": "is among the first that others would try",
        "password_personal": "must not hold the address or the provider's name",
        "taken": "is taken already",
        "too_long": "is longer than %(most)s characters",
        "too_short": "is shorter than %(least)s characters",
        "yourself": "is your own account; somebody else must do this",
    }
)
REFUSALS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NOT_OPEN: "There is no such account.",
        Reason.NOT_YOUR_ROLE: "Your role does not allow this; name somebody else with --as.",
        Reason.TOO_LATE: "Somebody else was faster; look again and repeat the command.",
    }
)
_OTHERWISE = "cannot be taken as it is"


def must(answer: Done[T] | Invalid | Refused) -> T:
    """Return what was done; raises OperatorError with the sentence when it was not."""
    match answer:
        case Done():
            return answer.value
        case Invalid():
            raise OperatorError(problems_said(answer.problems))
        case Refused():
            raise OperatorError(refusal_said(answer))


def problems_said(problems: Iterable[Problem]) -> str:
    """Return all problems in one sentence."""
    told = [f"{each.field.replace('_', ' ')} {_said(each)}" for each in problems]
    return f"Nothing was done: {'; '.join(told)}."


def refusal_said(refused: Refused) -> str:
    """Return why it was refused."""
    return REFUSALS.get(refused.reason, "This was refused.")


def _said(problem: Problem) -> str:
    return PROBLEMS.get(problem.code, _OTHERWISE) % problem.values
