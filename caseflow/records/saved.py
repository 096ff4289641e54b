"""What a verb gives back of a piece that it has written."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Saved:
    """A piece as it stands now."""

    id: UUID
    version: int  # counts people's edits; the next change names it
