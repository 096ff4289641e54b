"""What was told to a partner, at the moment at which it leaves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.disclosures.hand_out import HandOut


@dataclass(frozen=True, slots=True)
class Made:
    """A hand-out, with its number and to whom it goes; nothing says which unit told it."""

    id: UUID
    partner: UUID
    purpose: str
    at: datetime
    hand_out: HandOut
