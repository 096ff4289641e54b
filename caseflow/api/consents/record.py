"""Record a consent that a client declares herself, or a guardian for her."""

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.consents.offers import Offered, read_offer
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Out
from caseflow.consents import (
    MOST_SIGNATURE,
    Declaration,
    Form,
    Offer,
    Recorded,
    record_consent,
    record_not_free,
)
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import Declarer, KnownViolent

T = TypeVar("T")

# Where this interface calls a field otherwise than the room.
_FIELDS: Mapping[str, str] = {"notices": "notices_given", "form": "form.kind"}


class DeclaredBy(InSchema):
    """Who declares it: the client herself, under the name that she writes, or a guardian.

    A guardian needs a name and a ground: custody_joint, custody_sole, guardianship, adult_care (the
    one for somebody who is known to be of age), or one in words.
    """

    kind = fields.String(required=True, validate=one_of(Declarer))
    name = Line(required=False)
    authority = Line(most=2000, required=False)
    known_violent = fields.String(
        validate=one_of([KnownViolent.NO, KnownViolent.YES, KnownViolent.UNKNOWN]),
        metadata={
            "description": "Is the guardian known to have been violent towards her or a child: no, "
            "yes (nothing is recorded then) or unknown; left out: nobody was asked."
        },
    )


class FormOfDeclaration(InSchema):
    """How it is declared; spoken, before a witness and with the reason why not in writing.

    Signed on a screen, with the picture of the signature: a PNG in base64.
    """

    kind = fields.String(required=True)
    signature = Line(most=MOST_SIGNATURE, required=False)
    witness = Line(required=False)
    reason = Line(most=2000, required=False)


class RefusedPair(InSchema):
    """A category that this unit is not to see, or that this partner is not to be told."""

    to_unit = fields.String()
    partner = fields.UUID()
    category = fields.String(required=True)


class Declared(InSchema):
    """How she declares what she agrees to, for how long, and what she was told before."""

    valid_from = fields.Date(required=True)
    valid_until = fields.Date(required=True, metadata={"description": "The last day."})
    language = fields.String(required=True)
    template = fields.String(required=True)
    declared_by = fields.Nested(DeclaredBy, required=True)
    form = fields.Nested(FormOfDeclaration, required=True)
    interpreter = Line(most=2000, required=False)
    notices_given = fields.List(fields.String())
    not_free = fields.Boolean(
        metadata={
            "description": "Somebody may make her: it is recorded as a no, opens nothing to "
            "anybody, and is answered as a consent is."
        }
    )


class NewConsent(Offered, Declared):
    """What she agrees to, how she declares it, and what she was told before."""

    # Nothing refused is no choice of everything: this list alone may be empty.
    refused = fields.List(fields.Nested(RefusedPair))


class RecordedConsent(Out):
    """A recorded consent, and what of it waits for the unit that has the key."""

    id = fields.UUID(required=True)
    state = fields.String(required=True)
    pending_categories = fields.List(fields.String(), required=True)


def record(client: UUID, sent: Sent) -> object:
    """Record the consent in the acting unit, with its evidence and its refusals."""
    refused = [(_named(pair), pair["category"]) for pair in sent.body.get("refused", ())]
    declared = declaration_of(sent.body, read_offer(sent.body, refused))
    record_it = record_not_free if sent.body.get("not_free") else record_consent
    return said_here(record_it(current.work(), current.actor(), client, declared))


def _named(pair: Mapping[str, Any]) -> str:
    """Return whom a refused pair names; of none or of both a name that nobody has."""
    names = [str(pair[name]) for name in ("to_unit", "partner") if name in pair]
    return names[0] if len(names) == 1 else ""


def declaration_of(body: Mapping[str, Any], offer: Offer) -> Declaration:
    """Return what a program has sent of a declaration, for what she was offered."""
    by, form = body["declared_by"], body["form"]
    return Declaration(
        offer=offer,
        valid_from=body["valid_from"],
        valid_until=body["valid_until"],
        template=body["template"],
        language=body["language"],
        notices=frozenset(body.get("notices_given", ())),
        form=Form(form["kind"], form.get("witness", ""), form.get("reason", "")),
        declared_by=by["kind"],
        declarer=by.get("name", ""),
        known_violent=by.get("known_violent", KnownViolent.NOT_ASKED),
        authority=by.get("authority", ""),
        interpreter=body.get("interpreter", ""),
        signature=form.get("signature", ""),
    )


def said_here(answer: T) -> T | Invalid:
    """Return an answer with its problems at the fields that a program has sent."""
    if isinstance(answer, Invalid):
        return Invalid(tuple(map(_said_here, answer.problems)))
    return answer


def _said_here(problem: Problem) -> Problem:
    """Return a problem at the field that was sent, a missing notice by its name."""
    if problem.code == "notice_missing":
        return Problem("notices_given", "notice_not_given", problem.values)
    return dataclasses.replace(problem, field=_FIELDS.get(problem.field, problem.field))


def shown_recorded(recorded: Recorded) -> Mapping[str, Any]:
    """Return a recorded consent as it is answered."""
    return {
        "id": recorded.id,
        "state": recorded.state.value,
        "pending_categories": recorded.pending_categories,
    }


CALL = Call(
    method="POST",
    address="/clients/<uuid:client>/consents",
    summary="Record a consent.",
    permission=Permission.RECORD_CONSENT,
    takes=NewConsent,
    gives=RecordedConsent,
    status=201,
    act=record,
    show=shown_recorded,
    knock=knock_for(Act.CONSENT_RECORD),
)
