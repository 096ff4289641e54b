"""Delete a draft: it was sent, or she does not want it any more."""

from caseflow.database.unit_of_work import Work
from caseflow.drafts.rows import find_row
from caseflow.drafts.traces import trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act


def discard_draft(work: Work, actor: Actor, place: str) -> None:
    """Delete what is kept of this form for her in this unit, if anything."""
    row = find_row(work, actor, place)
    if row is not None:
        work.session.delete(row)
        trace(work, actor, Act.DRAFT_DISCARD, row.id, row.client_id)
