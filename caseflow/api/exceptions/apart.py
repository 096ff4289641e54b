"""Keep two clients apart of whom one was violent to the other, and end it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.exceptions.walls import WhyLifted
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Created, created
from caseflow.exceptions import keep_clients_apart, knock_at_pair, lift_apart
from caseflow.http import current
from caseflow.http.other_client import client_by_code
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission


class TheOther(InSchema):
    """From whom she is kept apart: a client open here, or the code on a card; never both."""

    client = fields.UUID()
    code = Line(most=100, required=False)
    mine = fields.Boolean()  # the caller works with the client of the address


def keep(client: UUID, sent: Sent) -> object:
    """Keep them apart; a pair that the unit has recorded already stays the one there is."""
    other = _other(client, sent.body)
    if not isinstance(other, UUID):
        return other
    mine = sent.body.get("mine", False)
    return keep_clients_apart(current.work(), current.actor(), client, other, mine=mine)


def lift(client: UUID, pair: UUID, sent: Sent) -> object:
    """End it, with the walls and restrictions that followed from it alone."""
    return lift_apart(current.work(), current.actor(), client, pair, sent.body["reason"])


def _other(client: UUID, body: Mapping[str, Any]) -> UUID | Invalid | Refused:
    if ("client" in body) == ("code" in body):
        refused = _knock(client)
        return Invalid((Problem("code", "one_of_both"),)) if refused is None else refused
    if "client" in body:
        named: UUID = body["client"]
        return named
    return client_by_code(Act.APART_RECORD, client, body["code"])


_knock = knock_for(Act.APART_RECORD)


def _knock_at(client: UUID, pair: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_pair(current.work(), current.actor(), client, pair, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/kept-apart",
        summary="Keep two clients apart: nobody works with both, and nothing shows the other.",
        permission=Permission.KEEP_APART,
        takes=TheOther,
        gives=Created,
        status=201,
        act=keep,
        show=created,
        knock=_knock,
    ),
    Call(
        method="DELETE",
        address="/clients/<uuid:client>/kept-apart/<uuid:pair>",
        summary="Let two clients be kept apart no longer.",
        permission=Permission.LIFT_APART,
        takes=WhyLifted,
        status=204,
        act=lift,
        knock=_knock_at,
    ),
)
