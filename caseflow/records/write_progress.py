"""Write a step on the way to a goal of the acting unit."""

from uuid import UUID

from caseflow.database.tables.records import Goal, Progress
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.find_client import client_of
from caseflow.records.own_unit import today
from caseflow.records.read_fields import read_fields
from caseflow.records.set_goal import GOALS
from caseflow.vault.contents import Content, find_row, put
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused


def write_progress(
    work: Work,
    actor: Actor,
    goal: UUID,
    text: str,
    occurred_on: str | None = None,
    of: UUID | None = None,
) -> Done[Saved] | Invalid | Refused:
    """Write a step beside its goal; the day is today unless another is named.

    Another's goal, where it is asked for under a client (`of`), is not there.
    """

    def act(given: Permit) -> Done[Saved] | Invalid | Refused:
        if find_row(work, given, Goal, goal) is None:
            return Refused()
        day = today(work)
        typed = {"text": text, "occurred_on": occurred_on or day.isoformat()}
        fields, problems = read_fields(typed, day)
        if problems:
            return Invalid(tuple(problems))
        written = put(work, given, Content(Progress, GOALS, fields, {"goal_id": goal}))
        trace(work, given, written.deeds)
        return Done(Saved(written.row.id, written.row.version))

    client = client_of(work, actor.unit, Goal, goal, of)
    return attempt(work, actor, Ask(Act.PROGRESS_WRITE, client), act)
