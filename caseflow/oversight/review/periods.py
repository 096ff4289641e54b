"""Say which part of the log is to be reviewed: from the last sign-off up to a checkpoint."""

from dataclasses import dataclass

from sqlalchemy import select

from caseflow.audit.heads import SignedHead
from caseflow.audit.proofs import prove_growth
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.merkle.proofs import verify_consistency
from caseflow.merkle.samples import seed_of
from caseflow.vocabulary.errors import BrokenSeal
from caseflow.vocabulary.review_rules import SignOffKind

_PERIODS = select(SignOff).where(SignOff.kind == SignOffKind.PERIOD).order_by(SignOff.size.desc())


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the log, from position `first` on, and the checkpoint that it ends at."""

    previous: SignOff | None
    head: SignedHead
    grown: bool  # the log of the last sign-off is proved to be the beginning of this one

    @property
    def first(self) -> int:
        """Return the position of its first entry."""
        return 0 if self.previous is None else self.previous.size

    @property
    def seed(self) -> bytes:
        """Return the seed of its sample."""
        return seed_of(self.head.root, self.first, self.head.size)


def period_up_to(work: Work, head: SignedHead) -> Period:
    """Return the part of the log that nobody has signed off yet."""
    rows = work.session.scalars(_PERIODS).all()
    sound = intact(work, rows)
    previous = sound[0] if sound else None
    # Of a changed row nobody can say whether it was the last one.
    return Period(previous, head, len(sound) == len(rows) and _grown(work, previous, head))


def _grown(work: Work, previous: SignOff | None, head: SignedHead) -> bool:
    if previous is None:
        return True
    try:
        proof = prove_growth(work, previous.size, head.size)
    except (BrokenSeal, ValueError):
        return False
    return verify_consistency(previous.size, head.size, proof, previous.root, head.root)
