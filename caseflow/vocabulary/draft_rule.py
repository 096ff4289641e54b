"""How much of what is typed and not sent is kept, and for how long."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class DraftRule:
    """What the provider has decided about drafts."""

    kept: timedelta = timedelta(days=14)  # since something was typed into it last
    size: int = 256_000  # bytes of one form's words
    most: int = 100  # forms of one staff member
