"""Show the officers the retention runs: those that wait for a second person, and what became."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.run_rows import RunView, runs_for, view_of_run
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_runs(work: Work, actor: Actor) -> Disclosed[tuple[RunView, ...]] | Refused:
    """Return all, the newest first."""
    given = permit_member(work, actor, Act.RETENTION_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    views = tuple(view_of_run(actor, row) for row in runs_for(work, actor))
    trace(work, given, Deeds(details={"runs": str(len(views))}))
    work.finish()
    return Disclosed(views)


def show_run(work: Work, actor: Actor, run: UUID) -> Disclosed[RunView] | Refused:
    """Return one with its list, by random ids."""
    given = permit_member(work, actor, Act.RETENTION_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    row = next(iter(runs_for(work, actor, run)), None)
    if row is None:
        refused = refuse(work, given)
        work.finish()
        return refused
    view = view_of_run(actor, row)
    clients = tuple(dict.fromkeys(item.client for item in view.items))
    trace_in_sheets(work, given, Deeds(clients=clients, details={"run": str(run)}))
    work.finish()
    return Disclosed(view)
