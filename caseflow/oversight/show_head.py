"""Show an officer the signed head of the log, to be kept elsewhere."""

from caseflow.audit.heads import SignedHead
from caseflow.audit.look import newest_checkpoint
from caseflow.database.unit_of_work import Work
from caseflow.oversight.trace_look import trace_look
from caseflow.vault.bring_in import bring_in
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused


def show_head(work: Work, actor: Actor) -> Disclosed[SignedHead | None] | Refused:
    """Return the newest checkpoint, this look in it; None where the log cannot be signed."""
    look = trace_look(work, actor, {"checkpoint": "newest"}, lambda: None)
    if isinstance(look, Refused):
        return look
    bring_in(work)
    head = newest_checkpoint(work)
    work.finish()
    return Disclosed(head)
