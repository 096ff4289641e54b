"""Show an officer the part of the log that nobody has signed off yet, and what to look at."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.look import newest_checkpoint
from caseflow.audit.walk import entries_at
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.oversight.log_lines import LogLine, log_lines
from caseflow.oversight.review.look_through import Findings, Progress, look_through
from caseflow.oversight.review.periods import Period, period_up_to
from caseflow.oversight.review.view_of import SignOffView, sign_off_view
from caseflow.vault.bring_in import bring_in
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class Review:
    """A period under review; without a head nothing was ever signed."""

    period: Period | None
    findings: Findings | None
    sample: tuple[LogLine, ...]
    signed: tuple[SignOffView, ...]  # the newest first


def silent(_done: int, _all: int) -> None:
    """Show no progress."""


def show_review(
    work: Work, actor: Actor, progress: Progress = silent
) -> Disclosed[Review] | Refused:
    """Return what there is to review; that an officer looked is an entry, and is brought in first.

    So the look itself stands in the period, as one of hers that another officer reviews.
    """
    given = permit_member(work, actor, Act.LOG_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    trace(work, given, Deeds(details={"review": "open"}))
    work.finish()
    bring_in(work)
    period = _period(work)
    rows = work.session.scalars(select(SignOff).order_by(SignOff.signed_at.desc(), SignOff.id))
    signed = tuple(sign_off_view(row) for row in intact(work, rows))
    work.finish()
    if period is None:
        return Disclosed(Review(None, None, (), signed))
    found = look_through(work, actor.staff, period, progress)
    sample = log_lines(work, entries_at(work, found.sample))
    work.finish()
    return Disclosed(Review(period, found, sample, signed))


def _period(work: Work) -> Period | None:
    head = newest_checkpoint(work)
    return None if head is None else period_up_to(work, head)


def sign_offs(work: Work) -> dict[UUID, SignOff]:
    """Return all sign-offs whose seals hold."""
    return {row.id: row for row in intact(work, work.session.scalars(select(SignOff)))}
