"""Say which recovery pair counts, and how much still hangs on a former one."""

from dataclasses import dataclass

from sqlalchemy import select

from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Work
from caseflow.keys.move_recovery import left_behind
from caseflow.vocabulary.sentences import Sentence


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The recovery pair that counts; its private half is in the printed shares alone."""

    key_id: bytes
    shares: str  # "3-of-5"
    units: int  # whose keys still open to a former pair
    drawers: int


def list_recovery(work: Work) -> RecoveryKey:
    """Return the pair that counts."""
    row = work.session.scalars(select(Installation)).one()
    return RecoveryKey(row.recovery_key_id, row.recovery_shares, *left_behind(work))


def recovery_to_be_done(work: Work) -> Sentence | None:
    """Return what is to be done about what hangs on former shares; None: nothing."""
    units, drawers = left_behind(work)
    return to_follow(units, drawers) if units or drawers else None


def to_follow(units: int, drawers: int) -> Sentence:
    """Return what is to be done where so much hangs on former shares."""
    return Sentence(
        "Former recovery shares still open {units} units and {drawers} drawers. Keep them until "
        "all has followed; a member of each unit runs: caseflow settle --as EMAIL",
        {"units": units, "drawers": drawers},
    )
