"""What justifies an access: the basis, and the number of its use."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class BasisKind(StrEnum):
    """Which kind of row opened the door."""

    OWN_UNIT = "own_unit"  # id of the case of the client in the actor's unit
    CONSENT = "consent"
    EMERGENCY = "emergency"
    EXCEPTION = "exception"
    DESK = "desk"
    MEMBERSHIP = "membership"  # who she is in the unit; every access uses it beside the others


@dataclass(frozen=True, slots=True, order=True)
class Basis:
    """The row that justifies an access."""

    kind: BasisKind
    id: UUID


@dataclass(frozen=True, slots=True)
class UsedBasis:
    """A basis with the number of this use, counted from 1 without gap."""

    kind: BasisKind
    id: UUID
    use: int
