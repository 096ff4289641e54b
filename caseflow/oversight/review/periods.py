"""Say which part of the log is to be reviewed: from the last sign-off up to a checkpoint.

It ends at the first checkpoint behind the entry that says that its review has begun. So a period
has one end, and one sample: loading the page again draws no other one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.first_entry import first_entry
from caseflow.audit.heads import SignedHead
from caseflow.audit.proofs import prove_growth
from caseflow.audit.walk import checkpoint_at, checkpoint_behind
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.merkle.proofs import verify_consistency
from caseflow.merkle.samples import seed_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenSeal
from caseflow.vocabulary.review_rules import SignOffKind

_PERIODS = select(SignOff).where(SignOff.kind == SignOffKind.PERIOD).order_by(SignOff.size.desc())


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the log, from position `first` on, and the checkpoint that it ends at."""

    previous: UUID | None  # the sign-off before
    first: int  # position of its first entry
    head: SignedHead
    grown: bool  # the log of the last sign-off is proved to be the beginning of this one

    @property
    def seed(self) -> bytes:
        """Return the seed of its sample."""
        return seed_of(self.head.root, self.first, self.head.size)


def period_up_to(work: Work, head: SignedHead) -> Period:
    """Return the part of the log that nobody has signed off yet."""
    rows = work.session.scalars(_PERIODS).all()
    sound = intact(work, rows)
    # Of a changed row nobody can say whether it was the last one.
    if not sound:
        return Period(None, 0, head, grown=not rows)
    last = sound[0]
    grown = len(sound) == len(rows) and _grown(work, last, head)
    return Period(last.id, last.size, head, grown)


def period_of(work: Work, signed: SignOff) -> Period:
    """Return the period that was signed off; where the log has another head by now, it shows."""
    head = SignedHead(signed.size, signed.root, "", signed.signed_at)
    now = checkpoint_at(work, signed.size)
    grown = now is not None and now.root == signed.root
    return Period(signed.previous_id, signed.first, head, grown)


def first_unsigned(work: Work) -> int:
    """Return the position of the first entry that nobody has signed off."""
    sound = intact(work, work.session.scalars(_PERIODS))
    return sound[0].size if sound else 0


def said_of_beginning(first: int) -> dict[str, str]:
    """Return what the entry says by which the review of the entries from `first` on begins."""
    return {"review": "begin", "first": str(first)}


def end_of_begun(work: Work, first: int) -> SignedHead | None:
    """Return where the period from `first` on ends; None as long as nobody has begun with it."""
    wanted = said_of_beginning(first)

    def begins(content: Mapping[str, Any]) -> bool:
        return content.get("details") == wanted

    begun = first_entry(work, Act.LOG_READ, first, begins)
    return None if begun is None else checkpoint_behind(work, begun)


def _grown(work: Work, previous: SignOff, head: SignedHead) -> bool:
    try:
        proof = prove_growth(work, previous.size, head.size)
    except (BrokenSeal, ValueError):
        return False
    return verify_consistency(previous.size, head.size, proof, previous.root, head.root)
