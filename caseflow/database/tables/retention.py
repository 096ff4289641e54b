"""Erasures, what holds them back, and the runs that delete what is kept no longer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.database.base import Base, OwnRow, SealedRow
from caseflow.database.column_types import Ids, Instant, Parts


class Erasure(OwnRow, SealedRow, Base, kw_only=True):
    """A proposal to erase a client or one unit's file of her; once done, the tombstone.

    It holds no name, no code and no reason: ids, instants and the ground alone.
    """

    __tablename__ = "erasures"

    client_id: Mapped[UUID] = mapped_column(index=True)
    also: Mapped[tuple[UUID, ...]] = mapped_column(Ids, default=())  # her other ids, at the erasure
    unit_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("units.id"), default=None
    )  # of whose file; none: of all
    ground: Mapped[str]  # an ErasureGround
    run_id: Mapped[UUID | None] = mapped_column(default=None)  # the retention run that did it
    proposed_by: Mapped[UUID]  # staff
    proposed_as: Mapped[str]  # a Role
    proposed_at: Mapped[datetime] = mapped_column(Instant)
    answered_by: Mapped[UUID | None] = mapped_column(default=None)  # who proposed: taken back
    answered_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    erased_at: Mapped[datetime | None] = mapped_column(Instant, default=None)  # none: refused
    whole: Mapped[bool] = mapped_column(default=False)  # nothing of her is left but evidence
    drawers: Mapped[int] = mapped_column(default=0)  # how many went
    envelopes: Mapped[int] = mapped_column(default=0)
    pieces: Mapped[int] = mapped_column(default=0)  # rows that lay in the drawers
    evidence_gone_at: Mapped[datetime | None] = mapped_column(Instant, default=None)


class Hold(OwnRow, SealedRow, Base, kw_only=True):
    """Something is not to be erased: of a client, of a unit, or of a unit's file of a client."""

    __tablename__ = "holds"

    kind: Mapped[str]  # a HoldKind
    client_id: Mapped[UUID | None] = mapped_column(index=True)
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    reason: Mapped[bytes]  # sealed to oversight
    set_by: Mapped[UUID]
    set_at: Mapped[datetime] = mapped_column(Instant)
    lifted_by: Mapped[UUID | None] = mapped_column(default=None)
    lifted_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    lifting: Mapped[bytes | None] = mapped_column(default=None)  # why lifted, sealed to oversight


class RetentionRun(OwnRow, SealedRow, Base, kw_only=True):
    """What is due, as somebody has listed it; deleted only when a second person has agreed.

    How far it has come stands in the same row, which moves with each deletion: a run that was
    killed goes on behind the last one that was committed, and of two at once each deletes others.
    """

    __tablename__ = "retention_runs"

    items: Mapped[tuple[dict[str, str], ...]] = mapped_column(Parts)  # the exact list, in order
    prepared_by: Mapped[UUID]
    prepared_at: Mapped[datetime] = mapped_column(Instant)
    answered_by: Mapped[UUID | None] = mapped_column(default=None)  # never who prepared it
    answered_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
    refused: Mapped[bool] = mapped_column(default=False)
    done: Mapped[int] = mapped_column(default=0)  # of the list, deleted
    left_out: Mapped[int] = mapped_column(default=0)  # not due any more when it was their turn
    finished_at: Mapped[datetime | None] = mapped_column(Instant, default=None)
