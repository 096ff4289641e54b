"""Whose record is to go, and what went."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.vault.permit import Deeds


@dataclass(frozen=True, slots=True)
class Scope:
    """A person under all her ids, and of whose file; of no unit: everything of her."""

    ids: tuple[UUID, ...]  # the one that was asked for is the first
    unit: UUID | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """What went, for the trace and for the tombstone."""

    deeds: Deeds
    drawers: int
    envelopes: int
    pieces: int
    whole: bool  # no unit has anything of her any more
