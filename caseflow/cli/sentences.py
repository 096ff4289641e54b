"""Say in one sentence why a command could not do what was asked."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from caseflow.cli.say import say
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import (
    BrokenKey,
    BrokenSeal,
    CaseflowError,
    KeyNotGiven,
    OperatorError,
    SaidError,
    Stale,
    Unrecordable,
)

T = TypeVar("T")

ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.CASEWORKER: "caseworker",
        Role.INTAKE: "intake",
        Role.LEAD: "lead",
        Role.OFFICER: "data-protection officer",
    }
)
PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "administrator": "is an administrator's; it belongs to no unit",
        "missing": "is missing",
        "no_address": "is no e-mail address",
        "no_sharing": "must be like 3-of-5: two or more of at most {most}, or 1-of-1",
        "not_joined": "has no password yet; let her follow her invitation first",
        "no_slug": "must be small letters, digits and hyphens, two to forty of them",
        "not_offered": "is not offered by the configuration",
        "not_text": "holds something that is no character",
        "only_one": "can be founded at the birth of the installation only",
        "password_common": "is among the first that others would try",
        "password_personal": "must not hold the address or the provider's name",
        "share_mistyped": "are mistyped: number {which}; look at its words again",
        "shares_mixed": "belong to different sets; take those that were printed together",
        "shares_of_another": "are of another installation, or older than the newest ones",
        "shares_open_nothing": "do not open this unit",
        "shares_too_few": "are too few; {missing} more of the same set needed",
        "taken": "is taken already",
        "too_long": "is longer than {most} characters",
        "too_short": "is shorter than {least} characters",
        "unknown": "is not known here",
        "yourself": "is your own account; somebody else must do this",
    }
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "email": "the e-mail address",
        "founder": "the founder's address",
        "kind": "the kind",
        "language": "the language",
        "name": "the name",
        "password": "the password",
        "provider": "the provider's name",
        "recovery_shares": "the number of recovery shares",
        "shares": "the recovery shares",
        "slug": "the slug",
        "staff": "the account",
        "units": "a unit",
    }
)
REFUSALS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NOT_OPEN: "There is no such account.",
        Reason.NOT_YOUR_ROLE: "Your role does not allow this; name somebody else with --as.",
        Reason.TOO_LATE: "Somebody else was faster; look again and repeat the command.",
    }
)
FAILURES: Mapping[type[CaseflowError], str] = MappingProxyType(
    {
        BrokenKey: "A key or a sealed text does not open; run: caseflow doctor",
        BrokenSeal: "A row is not as it was written; call the data-protection officer and keep the "
        "database as it is.",
        KeyNotGiven: "This process was not given a key that counts now: start it with the present "
        "settings.",
        Stale: "Somebody else was faster every time; repeat the command.",
        Unrecordable: "The database did not take the last step; what was done before stays. Look "
        "for space on the disk and repeat the command.",
    }
)
OTHERWISE = "cannot be taken as it is"


def must(answer: Done[T] | Disclosed[T] | Invalid | Refused) -> T:
    """Return what was done or shown; raises OperatorError with the sentence when it was not."""
    match answer:
        case Done() | Disclosed():
            return answer.value
        case Invalid():
            raise OperatorError(problems_said(answer.problems))
        case Refused():
            raise OperatorError(refusal_said(answer))


def problems_said(problems: Iterable[Problem]) -> str:
    """Return all problems in one sentence."""
    told = [f"{say(FIELDS.get(each.field, each.field))} {_said(each)}" for each in problems]
    return say("Nothing was done: {problems}.", problems="; ".join(told))


def refusal_said(refused: Refused) -> str:
    """Return why it was refused."""
    return say(REFUSALS.get(refused.reason, "This was refused."))


def failure_said(error: CaseflowError | OSError) -> str:
    """Return what broke, and what to do."""
    if isinstance(error, SaidError):
        return say(error.sentence)
    if isinstance(error, OSError):
        where, why = error.filename or "-", error.strerror or type(error).__name__
        return say("{file} cannot be read or written ({reason}).", file=where, reason=why)
    found = [said for kind, said in FAILURES.items() if isinstance(error, kind)]
    return say(found[0] if found else "This was refused.")


def _said(problem: Problem) -> str:
    return say(PROBLEMS.get(problem.code, OTHERWISE), **problem.values)
