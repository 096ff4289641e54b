"""Set a goal that the client wants to reach."""

from uuid import UUID

from caseflow.database.tables.records import Goal
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.own_unit import today, writable_categories
from caseflow.records.read_fields import read_fields
from caseflow.vault.contents import Content, put
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.states import GoalState

GOALS = "goals"


def set_goal(
    work: Work, actor: Actor, client: UUID, title: str, set_on: str | None = None
) -> Done[Saved] | Invalid | Refused:
    """Write an open goal into the own drawer; the day is today unless another is named."""

    def act(given: Permit) -> Done[Saved] | Invalid:
        day = today(work)
        typed = {"title": title, "set_on": set_on or day.isoformat()}
        fields, problems = read_fields(typed, day)
        if GOALS not in writable_categories(work, actor):
            problems.append(Problem("category", "not_kept_here", {"category": GOALS}))
        if problems:
            return Invalid(tuple(problems))
        written = put(work, given, Content(Goal, GOALS, {**fields, "state": GoalState.OPEN}))
        trace(work, given, written.deeds)
        return Done(Saved(written.row.id, written.row.version))

    return attempt(work, actor, Ask(Act.GOAL_WRITE, client), act)
