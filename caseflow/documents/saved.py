"""What an act on a document has written."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SavedDocument:
    """A document as it stands now."""

    id: UUID
    version: int  # counts people's edits; the next change names it
