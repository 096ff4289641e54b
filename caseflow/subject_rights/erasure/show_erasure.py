"""Show one erasure: what is proposed, or the record that it was done."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import permit_on
from caseflow.subject_rights.erasure.erasure_views import ErasureView, view_of_erasure
from caseflow.subject_rights.erasure.last_copy import load_backups
from caseflow.subject_rights.erasure.told_before import load_overtaken
from caseflow.vault.permit import Deeds, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def show_erasure(work: Work, actor: Actor, erasure: UUID) -> Disclosed[ErasureView] | Refused:
    """Return it; once she is erased, to the officers alone."""
    found = permit_on(work, actor, Act.ERASURE_READ, erasure)
    if isinstance(found, Refused):
        work.finish()
        return found
    given, row = found
    view = view_of_erasure(work, actor, row, load_backups(work), load_overtaken(work))
    trace(work, given, Deeds(details={"erasure": str(erasure)}))
    work.finish()
    return Disclosed(view)
