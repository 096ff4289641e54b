"""Find a draft again, and delete what was kept for long enough."""

from sqlalchemy import delete, select

from caseflow.database.tables.drafts import Draft
from caseflow.database.unit_of_work import Work
from caseflow.drafts.places import tag_of
from caseflow.drafts.windows import MOST
from caseflow.vocabulary.actors import Actor

_BARE = {"synchronize_session": False}


def find_rows(work: Work, actor: Actor, place: str) -> list[Draft]:
    """Return her drafts of this form in this unit, of each window one, the newest first."""
    tags = [tag_of(work, actor, place, number) for number in range(MOST)]
    asked = select(Draft).where(
        Draft.staff_id == actor.staff,
        Draft.unit_id == actor.unit,
        Draft.place.in_(tags),
        Draft.kept_at >= work.clock.now() - work.configuration.drafts.kept,
    )
    return list(work.session.scalars(asked.order_by(Draft.kept_at.desc(), Draft.id)))


def drop_old(work: Work) -> None:
    """Delete all drafts, whosever they are, whose time is over."""
    oldest = work.clock.now() - work.configuration.drafts.kept
    work.session.execute(delete(Draft).where(Draft.kept_at < oldest), execution_options=_BARE)
