"""Delete a draft: it was sent, or she does not want it any more."""

from caseflow.database.unit_of_work import Work
from caseflow.drafts.rows import find_rows
from caseflow.drafts.traces import trace
from caseflow.drafts.windows import ANY, Window, written_in
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act


def discard_draft(work: Work, actor: Actor, place: str, window: Window = ANY) -> None:
    """Delete what is kept of this form for her in this unit, if anything.

    Of one window: what it has written or read, and not what stands in another.
    """
    rows = find_rows(work, actor, place)
    if window.id:
        found = written_in(work, actor, place, window, rows)
        rows = [] if found is None else [found]
    for row in rows:
        work.session.delete(row)
        trace(work, actor, Act.DRAFT_DISCARD, row.id, row.client_id)
