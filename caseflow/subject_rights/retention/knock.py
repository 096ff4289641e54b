"""Say whether an act on a run or a hold would be permitted, before what was sent is looked at."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.hold_rows import permit_on
from caseflow.subject_rights.retention.run_rows import runs_for
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import permit_member
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_hold(work: Work, actor: Actor, hold: UUID, *, again: bool = False) -> Refused | None:
    """Return the refusal, which is traced; None where there is such a hold."""
    found = permit_on(work, actor, hold)
    if isinstance(found, Refused):
        return found
    let_pass(work, found[0], again=again)
    return None


def knock_at_run(
    work: Work, actor: Actor, act: Act, run: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where there is such a run."""
    given = permit_member(work, actor, act)
    if isinstance(given, Refused):
        return given
    if not runs_for(work, actor, run):
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
