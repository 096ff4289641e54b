"""Find all that is kept by a rule, with the instant at which the rule lets it go."""

from collections.abc import Collection
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.due import Due, Listed
from caseflow.subject_rights.retention.find_files import find_files, look_around
from caseflow.subject_rights.retention.find_others import (
    find_enquiries,
    find_evidence,
    find_slips,
)
from caseflow.vault.erasing.holds import load_holds
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.same_person import everybody, person_of
from caseflow.vocabulary.actors import Actor

_KINDS = (find_files, find_enquiries, find_slips, find_evidence)


def find_kept(work: Work, only: Collection[UUID] = ()) -> tuple[Due, ...]:
    """Return it in the order in which it falls due; of these clients only, where some are named."""
    looked = look_around(work, everybody(work), load_holds(work))
    found = [due for find in _KINDS for due in find(work, looked, only)]
    return tuple(sorted(found, key=lambda due: (due.over, due.kind, due.client, str(due.row))))


def kept_for_her(work: Work, actor: Actor, kept: Collection[Due]) -> tuple[Due, ...]:
    """Return what an officer may see of it: nothing of a client whom a wall keeps from her."""
    hidden = hidden_clients(work, actor, {due.client for due in kept})
    return tuple(due for due in kept if due.client not in hidden)


def is_due(work: Work, due: Due) -> bool:
    """Say whether it may be deleted now."""
    return not due.held and due.over <= work.clock.now()


def still_due(work: Work, listed: Listed) -> bool:
    """Say whether one line of a run's list is due now as it was when it was listed."""
    ids = person_of(work, listed.client).ids
    return any(listed.is_(due) and is_due(work, due) for due in find_kept(work, ids))
