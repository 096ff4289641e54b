"""Create a client."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import OfUnit, Out
from caseflow.http import current
from caseflow.records import Created, create_client, knock
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission


class NewClient(OfUnit):
    """What she has told on her first day, by question, and whether she stays anonymous."""

    facts = fields.Dict(keys=fields.String(), values=fields.Raw(allow_none=True))
    anonymous = fields.Boolean()


class CreatedClient(Out):
    """A new client: her id, the code for her card, and her case."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    case = fields.UUID(required=True)


def create(sent: Sent) -> object:
    """Create a client with her code, a case in the acting unit, and what she has told."""
    answer = create_client(
        current.work(),
        current.actor(),
        sent.body.get("facts", {}),
        anonymous=sent.body.get("anonymous", False),
    )
    return Invalid(tuple(map(_placed, answer.problems))) if isinstance(answer, Invalid) else answer


def _placed(problem: Problem) -> Problem:
    """Return a problem at what was sent: the room names the question alone, as forms do."""
    return replace(problem, field=f"facts.{problem.field}")


def _shown(created: Created) -> Mapping[str, Any]:
    return {"id": created.id, "code": created.code, "case": created.case}


def _still_open(body: Mapping[str, Any]) -> Refused | None:
    client = UUID(body["id"])
    return knock(current.work(), current.actor(), Act.CLIENT_READ, client, again=True)


CALL = Call(
    method="POST",
    address="/clients",
    summary="Create a client with a case in the acting unit.",
    permission=Permission.CREATE_CLIENT,
    takes=NewClient,
    gives=CreatedClient,
    status=201,
    act=create,
    show=_shown,
    knock_after=_still_open,
)
