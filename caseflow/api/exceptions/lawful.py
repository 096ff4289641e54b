"""Declare another lawful exception, answer one as the second person, and end one."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.agreement import Agreed, Agreement, told_back
from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_by, knock_for
from caseflow.api.schemas import Created, OfUnit, created, several
from caseflow.api.units import Units
from caseflow.exceptions import (
    SAID,
    ExceptionalGround,
    answer_exception,
    declare_exception,
    end_exception,
    knock_at_exception,
)
from caseflow.http import current
from caseflow.http.schemas import Line, one_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import ExceptionKind

LONGEST = 4000


class NewException(OfUnit):
    """On which ground, what it says, and what it is to open; of the texts those of its kind."""

    kind = fields.String(
        required=True,
        validate=one_of(ExceptionKind),
        metadata={"enum": [each.value for each in ExceptionKind]},
    )
    from_units = several()
    categories = several(required=False)
    expressly = several(required=False)
    purpose = fields.String(required=True)
    until = fields.Date(metadata={"description": "The last day; left out, the usual one."})
    indications = Line(most=LONGEST, required=False)
    parents = Line(most=LONGEST, required=False)
    advice = Line(most=LONGEST, required=False)
    own_means = Line(most=LONGEST, required=False)
    prior_notice = Line(most=LONGEST, required=False)
    issuer = Line(most=LONGEST, required=False)
    reference = Line(most=LONGEST, required=False)
    scope = Line(most=LONGEST, required=False)
    issued_on = fields.Date()


class SecondPerson(Agreement):
    """Whether the second person agrees, and why; the note is sealed to the officers."""

    note = Line(most=LONGEST)


def declare(client: UUID, sent: Sent) -> object:
    """Record what is declared; it opens nothing until a second person has agreed."""
    body = sent.body
    texts = {name for names in SAID.values() for name in names}
    ground = ExceptionalGround(
        kind=body["kind"],
        said={name: body[name] for name in texts & body.keys()},
        from_units=Units().named(body["from_units"]),
        categories=frozenset(body.get("categories", ())),
        expressly=frozenset(body.get("expressly", ())),
        purpose=body["purpose"],
        until=body.get("until"),
        issued_on=body.get("issued_on"),
    )
    return declare_exception(current.work(), current.actor(), client, ground)


def answer(exception: UUID, sent: Sent) -> object:
    """Agree to an exception, or refuse it and so end it."""
    agreed, note = sent.body["agreed"], sent.body["note"]
    said = answer_exception(current.work(), current.actor(), exception, note, agreed=agreed)
    return told_back(exception, said, agreed=agreed)


def end(exception: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """End an exception before its time."""
    return end_exception(current.work(), current.actor(), exception)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/exceptions",
        summary="Declare another lawful exception: child protection, or an order.",
        permission=Permission.DECLARE_EXCEPTION,
        takes=NewException,
        gives=Created,
        status=201,
        act=declare,
        show=created,
        knock=knock_for(Act.EXCEPTION_DECLARE),
    ),
    Call(
        method="POST",
        address="/exceptions/<uuid:exception>/agreement",
        summary="Agree to a lawful exception as the second person, or refuse it.",
        permission=Permission.ANSWER_EXCEPTION,
        takes=SecondPerson,
        gives=Agreed,
        act=answer,
        knock=knock_by(knock_at_exception, Act.EXCEPTION_ANSWER),
    ),
    Call(
        method="DELETE",
        address="/exceptions/<uuid:exception>",
        summary="End a lawful exception before its time.",
        permission=Permission.END_EXCEPTION,
        status=204,
        act=end,
        knock=knock_by(knock_at_exception, Act.EXCEPTION_END),
    ),
)
