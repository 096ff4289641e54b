"""Show a proposal or a tombstone: ids, instants and the ground, for nothing else is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from caseflow.database.tables.partners import Disclosure
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import answerable, state_of, withdrawable
from caseflow.subject_rights.erasure.last_copy import Backups, last_copy_dies_on
from caseflow.subject_rights.erasure.told_before import ToldBefore, overtaken_by, view_of_told
from caseflow.vault.same_person import known_as
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.retention import ErasureState


@dataclass(frozen=True, slots=True)
class ErasureView:
    """What an officer, or a lead of whose unit it is, sees of it."""

    id: UUID
    client: UUID  # as who sees it knows her
    unit: UUID | None  # of whose file; none: of all
    ground: str
    state: ErasureState
    run: UUID | None
    proposed_by: UUID
    proposed_at: datetime
    answered_by: UUID | None
    answered_at: datetime | None
    erased_at: datetime | None
    whole: bool
    drawers: int
    envelopes: int
    pieces: int
    complete_on: date | None  # the day on which the last old backup is dead
    answerable: bool  # by who looks
    withdrawable: bool  # by who looks
    told_before: tuple[ToldBefore, ...] = ()  # outside, of what is erased

    @property
    def to_be_retold(self) -> int:
        """Return how many partners are to be told of it still (Art. 19 GDPR)."""
        return sum(each.retold is None for each in self.told_before)


def view_of_erasure(
    work: Work, actor: Actor, row: Erasure, backups: Backups, overtaken: Iterable[Disclosure] = ()
) -> ErasureView:
    """Return it as it stands for the actor; how much there was is the officers' to know."""
    counted = actor.role is Role.OFFICER
    erased_at = row.erased_at
    complete = None if erased_at is None else last_copy_dies_on(work, backups, erased_at)
    return ErasureView(
        id=row.id,
        client=row.client_id if counted else known_as(work, actor.unit, row.client_id),
        unit=row.unit_id,
        ground=row.ground,
        state=state_of(row),
        run=row.run_id,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        erased_at=erased_at,
        whole=row.whole,
        drawers=row.drawers if counted else 0,
        envelopes=row.envelopes if counted else 0,
        pieces=row.pieces if counted else 0,
        complete_on=complete,
        answerable=answerable(actor, row),
        withdrawable=withdrawable(actor, row),
        told_before=tuple(map(view_of_told, overtaken_by(row, overtaken))) if counted else (),
    )
