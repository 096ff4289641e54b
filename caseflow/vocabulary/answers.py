"""What a verb of a room gives back: an answer, never a raised refusal.

A returned refusal keeps its trace; a raised one would roll it back.
"""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Reason(StrEnum):
    """Why something stays closed or undone; the faces make the sentence."""

    NOT_OPEN = "not_open"  # closed or not there: nobody outside may tell which
    NOT_YOUR_ROLE = "not_your_role"  # open to the unit, but not for this role
    REASON_NEEDED = "reason_needed"  # a closed case opens with a reason
    TOO_LATE = "too_late"  # done already by someone else, expired or withdrawn
    KEY_DUE = "key_due"  # waits for the owning unit's next request
    SUSPENDED = "suspended"  # restored from a backup, and no officer has compared yet
    TOO_MANY = "too_many"  # tries that failed, or clients opened: wait before the next one


@dataclass(frozen=True, slots=True)
class Disclosed(Generic[T_co]):
    """Something was opened; the trace that names it is committed."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Done(Generic[T_co]):
    """Something was written; the trace stands in the same transaction."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was opened or done; the trace says so."""

    reason: Reason = Reason.NOT_OPEN
    wait: int | None = dataclasses.field(default=None, compare=False)  # seconds, of TOO_MANY


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was sent: where, which rule, and the values of its sentence."""

    field: str
    code: str
    values: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Invalid:
    """What was sent cannot be taken; every problem is named and nothing is lost."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Someone else was faster; the version that stands now, and her text stays with her."""

    version: int
