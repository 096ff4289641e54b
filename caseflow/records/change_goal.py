"""Say where a goal stands, or word it anew."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from caseflow.database.tables.records import Goal
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved
from caseflow.records.change_row import Target, change_row
from caseflow.records.own_unit import today
from caseflow.records.read_fields import read_fields
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused
from caseflow.vocabulary.states import GoalState


def change_goal(
    work: Work,
    actor: Actor,
    goal: UUID,
    version: int,
    typed: Mapping[str, str],
    of: UUID | None = None,
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write anew what was typed of state, title, set_on; the rest stays.

    Another's goal, where it is asked for under a client (`of`), is not there.
    """
    target = Target(Act.GOAL_WRITE, Goal, goal, version, of)
    return change_row(work, actor, target, partial(_check, work, typed))


def _check(work: Work, typed: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    rest = {field: value for field, value in typed.items() if field != "state"}
    fields, problems = read_fields(rest, today(work))
    state = typed.get("state")
    if state is None:
        return fields, problems
    if state not in set(GoalState):
        return fields, [*problems, Problem("state", "no_such_option", {"given": state})]
    return {**fields, "state": state}, problems
