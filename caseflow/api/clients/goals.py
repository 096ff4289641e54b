"""Set a goal, write a step towards it, and say where it stands."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import AboutUnit, OfUnit, Saved
from caseflow.http import current
from caseflow.records import change_goal, knock_at_goal, set_goal, write_progress
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

_DAY = {"format": "date", "description": "Today unless another day is named."}


class NewGoal(OfUnit):
    """What she wants to reach."""

    title = fields.String(required=True)
    set_on = fields.String(metadata=_DAY)


class NewStep(AboutUnit):
    """A step on the way to a goal."""

    text = fields.String(required=True)
    occurred_on = fields.String(metadata=_DAY)


class ChangedGoal(AboutUnit):
    """What is written anew; the rest stays."""

    title = fields.String()
    state = fields.String(metadata={"description": "open, reached or dropped"})


def set_one(client: UUID, sent: Sent) -> object:
    """Set a goal in the acting unit's own drawer."""
    body = sent.body
    return set_goal(current.work(), current.actor(), client, body["title"], body.get("set_on"))


def write_step(goal: UUID, sent: Sent) -> object:
    """Write a step beside its goal."""
    text, day = sent.body["text"], sent.body.get("occurred_on")
    return write_progress(current.work(), current.actor(), goal, text, day)


def change(goal: UUID, sent: Sent) -> object:
    """Change a goal of the acting unit, from the version that If-Match names."""
    typed = {name: text for name, text in sent.body.items() if name != "unit"}
    return change_goal(current.work(), current.actor(), goal, sent.version or 0, typed)


def _knock_at(goal: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_goal(current.work(), current.actor(), goal, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/goals",
        summary="Set a goal that she wants to reach.",
        permission=Permission.WRITE_ENTRY,
        takes=NewGoal,
        gives=Saved,
        status=201,
        versioned=True,
        act=set_one,
        knock=knock_for(Act.GOAL_WRITE),
    ),
    Call(
        method="POST",
        address="/goals/<uuid:goal>/progress",
        summary="Write a step on the way to a goal.",
        permission=Permission.WRITE_ENTRY,
        takes=NewStep,
        gives=Saved,
        status=201,
        versioned=True,
        act=write_step,
        knock=_knock_at,
    ),
    Call(
        method="PATCH",
        address="/goals/<uuid:goal>",
        summary="Word a goal anew, or say where it stands.",
        permission=Permission.WRITE_ENTRY,
        takes=ChangedGoal,
        gives=Saved,
        versioned=True,
        if_match="needed",
        act=change,
        knock=_knock_at,
    ),
)
