"""List what a retention run would delete now, by random ids; nothing is changed."""

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.due import Due
from caseflow.subject_rights.retention.find_due import find_kept, is_due, kept_for_her
from caseflow.vault.permit import Deeds, permit_member
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_due(work: Work, actor: Actor) -> Disclosed[tuple[Due, ...]] | Refused:
    """Return it, the longest due first."""
    given = permit_member(work, actor, Act.RETENTION_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = kept_for_her(work, actor, find_kept(work))
    due = tuple(each for each in found if is_due(work, each))
    clients = tuple(dict.fromkeys(each.client for each in due))
    trace_in_sheets(work, given, Deeds(clients=clients, details={"due": str(len(due))}))
    work.finish()
    return Disclosed(due)
