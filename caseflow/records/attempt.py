"""Do an act on records whole or not at all, and say what it wrote."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.vault.attempt import attempt

__all__ = ["Saved", "attempt"]


@dataclass(frozen=True, slots=True)
class Saved:
    """A piece as an act has written it."""

    id: UUID
    version: int  # counts people's edits; the next change names it
