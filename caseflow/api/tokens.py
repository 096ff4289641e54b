"""Make, list and revoke the tokens by which programs act for their owner."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import Instant, Out
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.identity import (
    MadeToken,
    NewToken,
    knock_at_token,
    list_tokens,
    make_token,
    revoke_token,
)
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission


class Wanted(InSchema):
    """What the program is called, and what it may do for how long."""

    name = Line(most=80)
    unit = Line(most=40)  # one of hers, by its slug
    role = fields.String(required=True, validate=one_of(Role))  # hers there, or a lower one
    days = fields.Integer(required=True, strict=True)


class Made(Out):
    """A token that has been made; it is told this once."""

    id = fields.UUID(required=True)
    token = fields.String(required=True)
    expires_at = Instant(required=True)


class OwnToken(Out):
    """A token of hers, without its text."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    unit = fields.String(required=True)
    role = fields.String(required=True)
    made_at = Instant(required=True)
    expires_at = Instant(required=True)
    last_used_on = fields.Date(required=True, allow_none=True)


class OwnTokens(Out):
    """All of them, the newest first."""

    items = fields.List(fields.Nested(OwnToken), required=True)
    next = fields.String(required=True, allow_none=True)


def make(sent: Sent) -> object:
    """Make a token; a unit that is none of hers is unknown."""
    held = {each.unit.slug: each.id for each in current.memberships()}
    wanted = NewToken(
        sent.body["name"],
        held.get(sent.body["unit"], new_id()),
        Role(sent.body["role"]),
        sent.body["days"],
    )
    return make_token(current.work(), _who(), wanted)


def show_all(sent: Sent) -> Given:  # noqa: ARG001 - every call is given what was sent
    """List her own tokens."""
    items = [
        {
            "id": each.id,
            "name": each.name,
            "unit": each.unit.slug,
            "role": each.role.value,
            "made_at": each.made_at,
            "expires_at": each.ends_at,
            "last_used_on": each.last_day,
        }
        for each in list_tokens(current.work(), _who())
    ]
    return Given({"items": items, "next": None})


def revoke(program: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Revoke one of her own tokens."""
    return revoke_token(current.work(), _who(), program)


def knock(program: UUID) -> Refused | None:
    """Say whether a token is one of hers."""
    return knock_at_token(current.work(), _who(), program)


def _who() -> Actor | Person:
    who = current.who()
    if who is None:
        raise TypeError("the policy of this call admits nobody who is not logged in")
    return who


def _shown(made: MadeToken) -> Mapping[str, Any]:
    return {"id": made.id, "token": made.token, "expires_at": made.ends_at}


CALLS = (
    Call(
        method="POST",
        address="/tokens",
        summary="Make a token for a program.",
        permission=Permission.LOGGED_IN,
        takes=Wanted,
        gives=Made,
        status=201,
        fresh_factor=True,
        in_person=True,
        own_unit=(),
        act=make,
        show=_shown,
    ),
    Call(
        method="GET",
        address="/tokens",
        summary="List the tokens of one's own programs.",
        permission=Permission.LOGGED_IN,
        gives=OwnTokens,
        in_person=True,
        act=show_all,
    ),
    Call(
        method="DELETE",
        address="/tokens/<uuid:program>",
        summary="Revoke a token of one's own.",
        permission=Permission.LOGGED_IN,
        status=204,
        in_person=True,
        knock=knock,
        act=revoke,
    ),
)
