"""Show an officer the signed head of the log, to be kept elsewhere."""

from caseflow.audit.heads import SignedHead
from caseflow.audit.look import newest_checkpoint
from caseflow.database.unit_of_work import Work
from caseflow.oversight.verify_log import bring_in
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def show_head(work: Work, actor: Actor) -> Disclosed[SignedHead | None] | Refused:
    """Return the newest checkpoint, this look in it; None where the log cannot be signed."""
    given = permit_member(work, actor, Act.LOG_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    trace(work, given, Deeds(details={"checkpoint": "newest"}))
    work.finish()
    bring_in(work)
    head = newest_checkpoint(work)
    work.finish()
    return Disclosed(head)
