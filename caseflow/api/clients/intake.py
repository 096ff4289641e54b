"""Read the intake form of the acting unit, filled in with what a client has told already."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.clients.her_words import OutHerWord, her_words_shown
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Basis, Out, Reasoned
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.records import IntakeForm, IntakeQuestion, open_intake
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission


class AnswerSource(Out):
    """Which unit was told, when, and what lets the acting unit see it."""

    unit = fields.String(required=True)
    told_on = fields.Date(required=True)
    basis = fields.Nested(Basis, required=True)


class OutQuestion(Out):
    """One question with the answer that counts; `still_true_asked` marks one that may be old."""

    question = fields.String(required=True)
    state = fields.String(required=True)
    value = fields.Raw(required=True, allow_none=True)
    source = fields.Nested(AnswerSource, required=True, allow_none=True)
    still_true_asked = fields.Boolean(required=True)
    not_so = fields.List(fields.Nested(OutHerWord), required=True)


class OutIntake(Out):
    """What the unit asks on the first day, how many questions that are, how many need no asking."""

    questions = fields.List(fields.Nested(OutQuestion), required=True)
    total = fields.Integer(required=True)
    already_told = fields.Integer(required=True)


def read_intake(client: UUID, sent: Sent) -> object:
    """Open the form; a closed case opens with a reason only."""
    return open_intake(current.work(), current.actor(), client, sent.query.get("reason", ""))


def _shown(form: IntakeForm) -> Mapping[str, Any]:
    units = Units()
    # What is asked in the first weeks stands in the story; the counts are of these alone.
    asked = [each for each in form.questions if not each.later]
    return {
        "questions": [_question(units, each) for each in asked],
        "total": form.total,
        "already_told": form.already_told,
    }


def _question(units: Units, asked: IntakeQuestion) -> Mapping[str, Any]:
    source = asked.source
    return {
        "question": asked.question,
        "state": asked.state,
        "value": asked.value,
        "source": None
        if source is None
        else {"unit": units.slug(source.unit), "told_on": source.told_on, "basis": source.basis},
        "still_true_asked": asked.still_true_asked,
        "not_so": her_words_shown(asked.her_words),
    }


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>/intake",
    summary="The questions of the unit's first day, filled in with what is told already.",
    permission=Permission.READ_FACTS,
    asks=Reasoned,
    gives=OutIntake,
    act=read_intake,
    show=_shown,
    knock=knock_for(Act.INTAKE_READ),
)
