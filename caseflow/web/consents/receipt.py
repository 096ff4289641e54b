"""What stands on the receipt of a consent, on the screen and on paper."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from caseflow.vocabulary.matrices import Matrix, WithdrawnPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What stands on the paper."""

    id: UUID
    recorded_at: datetime
    pending_categories: tuple[str, ...]
    parts: tuple[Matrix, ...]
    last_day: date
    declared_by: str
    form: str
    language: str
    template: str
    recorded_in: UUID
    version: int | None = None  # of the text that she was shown; none: the newest
    text_hash: str = ""  # of it, hexadecimal; empty: it was shown just now
    again: bool = False  # printed later than it was recorded
    withdrawn_at: datetime | None = None
    withdrawn_parts: tuple[WithdrawnPart, ...] = ()
