"""Show an officer the part of the log that nobody has signed off yet, and what to look at."""

from dataclasses import dataclass, replace
from uuid import UUID

from caseflow.audit.look import newest_checkpoint
from caseflow.audit.walk import entries_at
from caseflow.database.unit_of_work import Work
from caseflow.oversight.log_lines import LogLine, log_lines
from caseflow.oversight.review.look_through import Findings, Progress, Whose, look_through
from caseflow.oversight.review.open_looks import open_looks, sign_offs
from caseflow.oversight.review.periods import (
    Period,
    end_of_begun,
    first_unsigned,
    period_up_to,
)
from caseflow.oversight.review.reviewer import is_alone
from caseflow.oversight.review.view_of import SignOffView, sign_off_view
from caseflow.vault.bring_in import bring_in
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class Review:
    """A period under review; none before somebody has begun with it."""

    period: Period | None
    findings: Findings | None
    sample: tuple[LogLine, ...]
    signed: tuple[SignOffView, ...]  # the newest first
    first: int  # position of the first entry that nobody has signed off
    unsigned: int  # entries that nobody has signed off, those behind the period too
    open_looks: frozenset[UUID]  # of them, those whose reviewer's own entries nobody has reviewed
    alone: bool  # there is no other officer who could


def silent(_done: int, _all: int) -> None:
    """Show no progress."""


def show_review(
    work: Work, actor: Actor, progress: Progress = silent
) -> Disclosed[Review] | Refused:
    """Return what there is to review; that an officer looked is an entry, and is brought in first.

    Before somebody has begun with the period that is how much there is, and nothing of it.
    """
    given = permit_member(work, actor, Act.LOG_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    trace(work, given, Deeds(details={"review": "open"}))
    work.finish()
    bring_in(work)
    review = _begun(work, actor)
    work.finish()
    if review.period is None:
        return Disclosed(review)
    found = look_through(work, Whose(actor.staff), review.period, progress)
    sample = log_lines(work, entries_at(work, found.sample))
    work.finish()
    return Disclosed(replace(review, findings=found, sample=sample))


def _begun(work: Work, actor: Actor) -> Review:
    newest, first = newest_checkpoint(work), first_unsigned(work)
    end = end_of_begun(work, first)
    rows = sorted(sign_offs(work).values(), key=lambda row: (row.signed_at, row.id), reverse=True)
    return Review(
        period=None if end is None else period_up_to(work, end),
        findings=None,
        sample=(),
        signed=tuple(map(sign_off_view, rows)),
        first=first,
        unsigned=0 if newest is None else max(newest.size - first, 0),
        open_looks=open_looks(work),
        alone=is_alone(work, actor),
    )
