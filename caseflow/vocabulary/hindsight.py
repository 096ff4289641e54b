"""What comes out when an access of the log is decided again at its instant."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Outcome(StrEnum):
    """Whether the rows of today bear out what the log says of then."""

    AGREES = "agrees"
    NO_BASIS = "no_basis"  # at that instant nothing permitted it
    BASIS_DIFFERS = "basis_differs"  # something permitted it, but not what the entry names
    UNDECIDABLE = "undecidable"


class Lost(StrEnum):
    """Why an access cannot be decided any more."""

    ERASED = "erased"  # the client, or a row that it rested on, is there no longer
    PRUNED = "pruned"  # the entry's words are past their retention
    REASSIGNED = "reassigned"  # the case has been given to others since, or restricted
    CHANGED = "changed"  # a day in the row was entered later: her majority, a partner's agreement
    BROKEN = "broken"  # a row that decides is not as it was sealed


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one access, and why there is none."""

    outcome: Outcome
    lost: Lost | None = None


@dataclass(frozen=True, slots=True)
class Recomputed:
    """One access and its verdict; of a pruned entry little is known."""

    position: int
    at: datetime
    act: str
    staff: UUID | None
    unit: UUID | None
    client: UUID | None
    verdict: Verdict
