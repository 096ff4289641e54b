"""Erase a client or one unit's file of her: propose it, answer as the second person, look at it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.agreement import Agreed, Agreement, told_back
from caseflow.api.call import Call, Given, Sent
from caseflow.api.retold import OutToldBefore, shown_told
from caseflow.api.schemas import Created, Instant, OfUnit, Out, created
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.papers.chosen_voice import check_her_language, chosen_voice
from caseflow.http.papers.erasure_paper import erasure_paper
from caseflow.http.papers.pdf_answer import MEDIA_TYPE, asks_for_pdf, pdf_answer
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.subject_rights.erasure import (
    ErasureView,
    Proposal,
    answer_erasure,
    knock_at_erasure,
    knock_for_proposal,
    list_erasures,
    propose_erasure,
    show_erasure,
    withdraw_erasure,
)
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.retention import ErasureGround

LONGEST = 4000
_GROUNDS = [each.value for each in ErasureGround]


class NewErasure(OfUnit):
    """Of whose file, on which ground, and why; the text is sealed to the officers."""

    file_of = fields.String(
        metadata={"description": "Slug of the unit whose file is to go; left out: everything."}
    )
    ground = fields.String(
        required=True, validate=one_of(ErasureGround), metadata={"enum": _GROUNDS}
    )
    text = Line(most=LONGEST)


class AskErasure(InSchema):
    """In which language, of a paper."""

    language = fields.String(validate=check_her_language)


class Erasure(Out):
    """A proposal, or the record that it was done; counts are the officers' alone."""

    id = fields.UUID(required=True)
    client = fields.UUID(required=True)
    file_of = fields.String(required=True, allow_none=True)
    ground = fields.String(required=True)
    state = fields.String(required=True)
    run = fields.UUID(required=True, allow_none=True)
    proposed_by = fields.UUID(required=True)
    proposed_at = Instant(required=True)
    answered_by = fields.UUID(required=True, allow_none=True)
    answered_at = Instant(required=True, allow_none=True)
    erased_at = Instant(required=True, allow_none=True)
    whole = fields.Boolean(required=True)
    drawers = fields.Integer(required=True)
    envelopes = fields.Integer(required=True)
    pieces = fields.Integer(required=True)
    complete_on = fields.Date(
        required=True,
        allow_none=True,
        metadata={"description": "On which day the last old backup is dead."},
    )
    answerable = fields.Boolean(required=True)
    withdrawable = fields.Boolean(required=True)
    told_before = fields.List(fields.Nested(OutToldBefore), required=True)


class Erasures(Out):
    """All that there are to see."""

    items = fields.List(fields.Nested(Erasure), required=True)


def propose(client: UUID, sent: Sent) -> object:
    """Record the proposal; nothing goes before a second person has agreed."""
    slug = sent.body.get("file_of")
    # Of a slug that none has an id that none has: the room refuses it, if she is open at all.
    unit = None if slug is None else next(iter(Units().named([slug])), new_id())
    proposal = Proposal(unit, sent.body["ground"], sent.body["text"])
    return propose_erasure(current.work(), current.actor(), client, proposal)


def show_all(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """List what waits for her, and to the officers what was done."""
    return list_erasures(current.work(), current.actor())


def show_one(erasure: UUID, sent: Sent) -> object:
    """Show one, or write its paper."""
    answer = show_erasure(current.work(), current.actor(), erasure)
    if not isinstance(answer, Disclosed):
        return answer
    units = Units()
    if asks_for_pdf():
        voice = chosen_voice(sent.query.get("language"))
        return pdf_answer(
            erasure_paper(answer.value, voice, {unit.id: unit.name for unit in units.all})
        )
    return Given(_shown(answer.value, units))


def answer(erasure: UUID, sent: Sent) -> object:
    """Agree, and erase at once, or refuse."""
    agreed = sent.body["agreed"]
    said = answer_erasure(current.work(), current.actor(), erasure, agreed=agreed)
    return told_back(erasure, said, agreed=agreed)


def withdraw(erasure: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Take her own proposal back."""
    return withdraw_erasure(current.work(), current.actor(), erasure)


def _listed(found: Sequence[ErasureView]) -> Mapping[str, Any]:
    units = Units()
    return {"items": [_shown(each, units) for each in found]}


def _shown(view: ErasureView, units: Units) -> Mapping[str, Any]:
    said = {name: getattr(view, name) for name in ErasureView.__slots__}
    file_of = None if view.unit is None else units.slug(view.unit)
    told = [shown_told(each, units) for each in view.told_before]
    return {**said, "state": view.state.value, "file_of": file_of, "told_before": told}


def _knock(client: UUID, *, again: bool = False) -> Refused | None:
    return knock_for_proposal(current.work(), current.actor(), client, again=again)


def _knock_at(erasure: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_erasure(current.work(), current.actor(), erasure, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/erasures",
        summary="Propose to erase a client, or one unit's file of her.",
        permission=Permission.ERASE,
        takes=NewErasure,
        gives=Created,
        status=201,
        act=propose,
        show=created,
        knock=_knock,
    ),
    Call(
        method="GET",
        address="/erasures",
        summary="What waits for a second person, and to officers what was erased.",
        permission=Permission.ERASE,
        gives=Erasures,
        act=show_all,
        show=_listed,
    ),
    Call(
        method="GET",
        address="/erasures/<uuid:erasure>",
        summary="The record of an erasure, with the day on which the last old backup is dead.",
        permission=Permission.ERASE,
        asks=AskErasure,
        gives=Erasure,
        also=(MEDIA_TYPE,),
        act=show_one,
        knock=_knock_at,
    ),
    Call(
        method="POST",
        address="/erasures/<uuid:erasure>/agreement",
        summary="Agree as the second person to an erasure, which is done at once, or refuse it.",
        permission=Permission.ERASE,
        takes=Agreement,
        gives=Agreed,
        fresh_factor=True,
        act=answer,
        knock=_knock_at,
    ),
    Call(
        method="POST",
        address="/erasures/<uuid:erasure>/withdrawal",
        summary="Take back what she proposed herself, before somebody has answered.",
        permission=Permission.ERASE,
        status=204,
        act=withdraw,
        knock=_knock_at,
    ),
)
