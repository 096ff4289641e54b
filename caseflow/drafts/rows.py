"""Find a draft again, and delete what was kept for long enough."""

from sqlalchemy import delete, select

from caseflow.database.tables.drafts import Draft
from caseflow.database.unit_of_work import Work
from caseflow.drafts.places import tag_of
from caseflow.vocabulary.actors import Actor

_BARE = {"synchronize_session": False}


def find_row(work: Work, actor: Actor, place: str) -> Draft | None:
    """Return her draft of this form in this unit, if one is kept and its time is not over."""
    asked = select(Draft).where(
        Draft.staff_id == actor.staff,
        Draft.unit_id == actor.unit,
        Draft.place == tag_of(work, actor, place),
        Draft.kept_at >= work.clock.now() - work.configuration.drafts.kept,
    )
    return work.session.scalars(asked).one_or_none()


def drop_old(work: Work) -> None:
    """Delete all drafts, whosever they are, whose time is over."""
    oldest = work.clock.now() - work.configuration.drafts.kept
    work.session.execute(delete(Draft).where(Draft.kept_at < oldest), execution_options=_BARE)
