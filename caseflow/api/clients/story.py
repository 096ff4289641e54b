"""Read the story of a client."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import ValidationError, fields

from caseflow.api.call import Call, Sent
from caseflow.api.clients.out_appointment import OutAppointment, appointment_shown
from caseflow.api.clients.pieces import (
    OutDamaged,
    OutEntry,
    OutFact,
    OutGoal,
    OutParagraph,
    OutStoryDocument,
    damaged_shown,
    document_shown,
    entry_shown,
    fact_shown,
    goal_shown,
    paragraph_shown,
)
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Out, Reasoned
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.records import Story, open_story
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.permissions import Permission

_USUAL = "case_work"


def _known(purpose: str) -> None:
    if purpose not in current.work().configuration.purposes:
        raise ValidationError([Problem("", "unknown_word", {"given": purpose})])


class ForPurpose(Reasoned):
    """What she is read for; a purpose that she has not agreed to opens less."""

    purpose = fields.String(validate=_known)


class OutStory(Out):
    """What is open of her, each part by day; intake staff get neither entries nor goals."""

    summary = fields.List(fields.Nested(OutParagraph), required=True)
    entries = fields.List(fields.Nested(OutEntry), required=True)
    facts = fields.List(fields.Nested(OutFact), required=True)
    goals = fields.List(fields.Nested(OutGoal), required=True)
    documents = fields.List(fields.Nested(OutStoryDocument), required=True)
    appointments = fields.List(fields.Nested(OutAppointment), required=True)
    damaged = fields.List(fields.Nested(OutDamaged), required=True)


def read_story(client: UUID, sent: Sent) -> object:
    """Open the story for a purpose; a closed case opens with a reason only."""
    purpose, reason = sent.query.get("purpose", _USUAL), sent.query.get("reason", "")
    return open_story(current.work(), current.actor(), client, purpose, reason)


def _shown(story: Story) -> Mapping[str, Any]:
    units = Units()
    return {
        "summary": [paragraph_shown(units, each) for each in story.summary],
        "entries": [entry_shown(units, each) for each in story.entries],
        "facts": [fact_shown(units, each) for each in story.facts],
        "goals": [goal_shown(units, each) for each in story.goals],
        "documents": [document_shown(units, each) for each in story.documents],
        "appointments": [appointment_shown(units, each) for each in story.appointments],
        "damaged": [damaged_shown(units, each) for each in story.damaged],
    }


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>/story",
    summary="The story of a client as far as it is open, each piece with why it is seen.",
    permission=Permission.READ_FACTS,
    asks=ForPurpose,
    gives=OutStory,
    act=read_story,
    show=_shown,
    knock=knock_for(Act.STORY_READ),
)
